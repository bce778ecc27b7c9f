import { dashboard as serviceDashboard } from "../monitoring/dashboard/dashboard.ts";
import type { Trait } from "./trait.ts";

/** One look at how the service does, where Grafana picks dashboards up. */
export const dashboard: Trait = (build) => {
  if (build.template.spec.workload === "None") return {};
  const { monitoring } = build.profile;
  if (monitoring?.dashboards !== undefined) return { objects: [serviceDashboard(build, monitoring.dashboards)] };
  // Where nothing is watched at all, the missing alerts are what matters.
  if (monitoring === undefined) return {};
  const gap = {
    what: "Dashboard",
    because: `in ${build.destination.cluster} nothing picks dashboards up`,
    remedy: "Ask the platform team for Grafana's sidecar, and to say in the profile which labels it looks for.",
  };
  return { gaps: [gap] };
};
