import type { Build } from "../../render/build.ts";
import { fingerprint } from "../../render/fingerprint.ts";

const LONGEST_UID = 40;

/** Where the dashboard is opened; `undefined` where there is none, or nobody said where Grafana is. */
export function dashboardUrl(build: Build): string | undefined {
  const { dashboards, grafana } = build.profile.monitoring ?? {};
  if (dashboards === undefined || grafana === undefined) return undefined;
  return `${grafana.replace(/\/+$/, "")}/d/${dashboardUid(build)}`;
}

/** Stays as long as the namespace does, so that addresses do; Grafana takes 40 characters. */
export function dashboardUid({ destination: { cluster, namespace } }: Build): string {
  const readable = namespace.slice(0, LONGEST_UID - 15);
  return `${readable}-${fingerprint(`${cluster}/${namespace}`)}`;
}
