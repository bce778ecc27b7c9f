import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "../../render/build.ts";
import { objectLabels } from "../../render/labels.ts";
import { dashboardUid } from "./dashboard-url.ts";
import { panelsAsJson } from "./panels.ts";
import { servicePanels } from "./service-panels.ts";

// Grafana brings older ones up to date when it reads them.
const SCHEMA_VERSION = 39;

/** What Grafana's sidecar must find on a ConfigMap to take the dashboards in it. */
interface Marks {
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/** The service's dashboard, as a ConfigMap for Grafana's sidecar. */
export function dashboard(build: Build, { labels, annotations }: Marks): KubernetesObject {
  const { namespace } = build.destination;
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: `${build.name}-dashboard`,
      namespace,
      labels: { ...labels, ...objectLabels(build) },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }),
    },
    // The sidecar writes all dashboards of a folder into one directory: the file must be the only one of its name.
    data: { [`${namespace}.json`]: dashboardJson(build) },
  };
}

/** A line for each field and each panel, for people who review it. */
function dashboardJson(build: Build): string {
  const environment = build.environment.metadata.name;
  const frame = {
    uid: dashboardUid(build),
    title: `${build.name} in ${environment}`,
    tags: ["fairlead"],
    schemaVersion: SCHEMA_VERSION,
    editable: false,
    refresh: "1m",
    time: { from: "now-6h", to: "now" },
    links: [{ title: "Owner and deliveries", type: "link", url: build.refs.contact, targetBlank: true }],
    templating: { list: [{ name: "datasource", label: "Source", type: "datasource", query: "prometheus" }] },
  };
  const fields = Object.entries(frame).map(([name, value]) => `"${name}": ${JSON.stringify(value)},\n`);
  const panels = panelsAsJson(servicePanels(build)).map((panel) => JSON.stringify(panel));
  return `{\n${fields.join("")}"panels": [\n${panels.join(",\n")}\n]}\n`;
}
