import type { KubernetesObject, Port, ServiceRuntime } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "@fairlead/manifests";
import type { Adoptee } from "./adopted.ts";
import { servicesOf } from "./services-of.ts";

const ANNOTATION = "prometheus.io";
const SAID = "It is spec.telemetry.metrics.";
const PACE = "Metrics are read at the platform's own pace and under its own names.";

/** Where Prometheus reads its metrics: as a monitor says, else as the annotations that many charts write. */
export function readMetrics(adoptee: Adoptee, ports: readonly Port[]): Pick<ServiceRuntime, "telemetry"> {
  const annotated = byAnnotation(adoptee, ports);
  const metrics = byMonitor(adoptee, ports) ?? annotated;
  return metrics === undefined ? {} : { telemetry: { metrics } };
}

interface Metrics {
  port: string;
  path?: string;
}

function byAnnotation({ workload, ledger }: Adoptee, ports: readonly Port[]): Metrics | undefined {
  const { object, template, templatePath } = workload;
  const annotations = fieldsOf(fieldsOf(template.metadata).annotations);
  const say = (key: string, ...verdict: ["understood" | "changed" | "left", string]) =>
    ledger.say(object, `${templatePath}.metadata.annotations.${ANNOTATION}/${key}`, ...verdict);
  if (annotations[`${ANNOTATION}/scrape`] !== "true") return undefined;
  const asked = annotations[`${ANNOTATION}/port`];
  const name = asked === undefined ? ports[0]?.name : ports.find(({ port }) => String(port) === asked)?.name;
  if (name === undefined) {
    const words =
      "Its metrics are at a port that the container does not name: name it, then say spec.telemetry.metrics.";
    for (const key of ["scrape", "port", "path"]) say(key, "left", words);
    return undefined;
  }
  for (const key of ["scrape", "port", "path"]) say(key, "understood", SAID);
  say("scheme", "left", "Metrics are read over plain HTTP inside the cluster.");
  return metricsAt(name, annotations[`${ANNOTATION}/path`]);
}

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint */
function byMonitor(adoptee: Adoptee, ports: readonly Port[]): Metrics | undefined {
  for (const { monitor, field, portOf } of monitorsOf(adoptee)) {
    for (const [index, endpoint] of itemsOf(fieldsOf(monitor.spec)[field]).map(fieldsOf).entries()) {
      const port = portOf(endpoint, ports);
      if (port === undefined) continue;
      const path = `spec.${field}.${index}`;
      for (const key of ["port", "targetPort", "portNumber", "path"])
        adoptee.ledger.say(monitor, `${path}.${key}`, "understood", SAID);
      adoptee.ledger.say(monitor, "spec", "changed", PACE);
      return metricsAt(port.name, endpoint.path);
    }
  }
  return undefined;
}

interface Monitor {
  monitor: KubernetesObject;
  field: "endpoints" | "podMetricsEndpoints";
  portOf(endpoint: Fields, ports: readonly Port[]): Port | undefined;
}

/** Those whose selector finds its Services or its pods. */
function monitorsOf({ workload, all }: Adoptee): Monitor[] {
  const services = servicesOf(workload, all);
  const podLabels = fieldsOf(fieldsOf(workload.template.metadata).labels);
  return all.flatMap((monitor): Monitor[] => {
    if (monitor.kind === "PodMonitor" && selects(monitor, podLabels)) {
      return [{ monitor, field: "podMetricsEndpoints", portOf: (endpoint, ports) => portNamed(endpoint.port, ports) }];
    }
    const service = services.find(({ metadata }) => selects(monitor, fieldsOf(metadata.labels)));
    if (monitor.kind !== "ServiceMonitor" || service === undefined) return [];
    return [{ monitor, field: "endpoints", portOf: (endpoint, ports) => portBehind(service, endpoint, ports) }];
  });
}

function selects({ spec }: KubernetesObject, labels: Fields): boolean {
  const wanted = Object.entries(fieldsOf(fieldsOf(fieldsOf(spec).selector).matchLabels));
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

/** A monitor names a port of the Service, which leads to one of the container. */
function portBehind(service: KubernetesObject, { port, targetPort }: Fields, ports: readonly Port[]): Port | undefined {
  const offered = itemsOf(fieldsOf(service.spec).ports).map(fieldsOf);
  const named = offered.find(({ name }) => name === port && name !== undefined);
  return portNamed(targetPort ?? named?.targetPort ?? named?.port, ports);
}

function portNamed(wanted: unknown, ports: readonly Port[]): Port | undefined {
  return ports.find(({ name, port }) => wanted === name || wanted === port);
}

function metricsAt(port: string, path: unknown): Metrics {
  return { port, ...(typeof path === "string" ? { path } : {}) };
}
