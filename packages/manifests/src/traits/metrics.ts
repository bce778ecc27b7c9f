import { offers, type Port, type Violation } from "@fairlead/domain";
import { type Endpoint, MONITORING_API, podMonitor, serviceMonitor } from "../monitoring/monitors.ts";
import { type Build, isLongRunning } from "../render/build.ts";
import type { Rule } from "../render/egress.ts";
import { offeredPorts } from "../render/service.ts";
import type { Contribution, Trait } from "./trait.ts";

const DEFAULT_PATH = "/metrics";

/**
 * The metrics that a service offers are read: by a monitor where the Prometheus operator is there, by annotations where
 * a Prometheus is known without one. The way in is open to its namespace, on that port alone.
 */
export const metrics: Trait = (build) => {
  const { metrics: declared } = build.spec.telemetry ?? {};
  if (declared === undefined) return {};
  const port = build.spec.ports.find(({ name }) => name === declared.port);
  if (port === undefined) return { violations: [noPort(build, declared.port)] };
  return { ingress: wayIn(build, port), ...reading(build, port, declared.path ?? DEFAULT_PATH) };
};

function reading(build: Build, port: Port, path: string): Partial<Contribution> {
  const { profile, destination } = build;
  const endpoint: Endpoint = { port: port.name, path };
  const monitors =
    offeredPorts(build).includes(port) && isLongRunning(build) ? ["ServiceMonitor", "PodMonitor"] : ["PodMonitor"];
  const kind = monitors.find((candidate) => offers(profile, `${MONITORING_API}/${candidate}`));
  if (kind !== undefined) {
    const monitor = kind === "ServiceMonitor" ? serviceMonitor(build, endpoint) : podMonitor(build, endpoint);
    if (profile.monitoring !== undefined) return { objects: [monitor] };
    const gap = {
      what: "Way in for Prometheus",
      because: `the profile of ${destination.cluster} does not say in which namespace it runs`,
      remedy: "Ask the platform team to set it; until then its looks are blocked.",
    };
    return { objects: [monitor], gaps: [gap] };
  }
  const because = `${destination.cluster} has no Prometheus operator`;
  if (profile.monitoring === undefined) {
    const remedy = "Ask the platform team for one; until then nobody reads them.";
    return { gaps: [{ what: "Collection of its metrics", because, remedy }] };
  }
  // What Prometheus' own chart looks for where there is no operator.
  const annotations = {
    "prometheus.io/scrape": "true",
    "prometheus.io/port": String(port.port),
    "prometheus.io/path": path,
  };
  const remedy = "Its pods carry prometheus.io/scrape, port and path instead, for a Prometheus that looks for them.";
  return { pod: { annotations }, gaps: [{ what: "Monitor for its metrics", because, remedy }] };
}

function wayIn({ profile }: Build, { port }: Port): Rule[] {
  if (profile.monitoring === undefined) return [];
  const { namespace } = profile.monitoring;
  const prometheus = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } } };
  return [{ from: [prometheus], ports: [{ port, protocol: "TCP" }] }];
}

function noPort({ spec }: Build, wanted: string): Violation {
  return {
    path: "spec.telemetry.metrics.port",
    reason: `${wanted} is not one of the ports`,
    remedy: `Add it to spec.ports, or choose one of ${spec.ports.map(({ name }) => name).join(", ") || "them (there are none)"}.`,
    severity: "error",
  };
}
