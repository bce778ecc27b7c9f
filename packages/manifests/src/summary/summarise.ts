import { cronInWords, type KubernetesObject, readCron } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "../json/fields.ts";
import { podTemplateOf } from "../json/pod-template.ts";
import { isBeforeDeploy } from "../render/before-deploy.ts";
import { alertsIn } from "./alerts-in.ts";
import { waysIn, waysOut } from "./network-peers.ts";

const SUMMARIES: Record<string, (spec: Fields, object: KubernetesObject) => string> = {
  Namespace: () => "Pod Security restricted",
  ResourceQuota: (spec) => `at most ${String(fieldsOf(spec.hard).pods)} pods`,
  LimitRange: () => "limits for every container",
  RoleBinding: (_spec, object) =>
    itemsOf(object.subjects)
      .map((subject) => String(fieldsOf(subject).name))
      .join(", "),
  ServiceAccount: (_spec, { metadata }) =>
    metadata.annotations === undefined ? "no token, no rights" : "takes on a role of the cloud",
  ConfigMap: (_spec, object) => count(Object.keys(fieldsOf(object.data)).length, "entry", "entries"),
  PrometheusRule: (spec) => {
    const alerts = alertsIn(spec);
    const [team] = alerts.flatMap((alert) => alert.team ?? []);
    const names = new Set(alerts.map(({ name }) => name));
    return `${count(names.size, "alert", "alerts")}${team === undefined ? "" : ` to ${team}`}`;
  },
  ServiceMonitor: (spec) => monitorSummary(spec.endpoints),
  PodMonitor: (spec) => monitorSummary(spec.podMetricsEndpoints),
  Deployment: workloadSummary,
  StatefulSet: (spec, object) =>
    [
      workloadSummary(spec, object),
      ...itemsOf(spec.volumeClaimTemplates).map((claim) => {
        const { metadata, spec: wanted } = fieldsOf(claim);
        const { storage } = fieldsOf(fieldsOf(fieldsOf(wanted).resources).requests);
        return `${String(storage)} ${String(fieldsOf(metadata).name)}`;
      }),
    ].join(", "),
  CronJob: (spec, object) => [scheduleSummary(spec), workloadSummary(spec, object)].join(", "),
  Job: (spec, object) =>
    (isBeforeDeploy(object) ? "before the deploy, must succeed, " : "") + workloadSummary(spec, object),
  Service: (spec) =>
    (spec.clusterIP === "None" ? "each replica by its name, " : "") +
    itemsOf(spec.ports)
      .map((port) => `${String(fieldsOf(port).port)} ${String(fieldsOf(port).name)}`)
      .join(", "),
  HorizontalPodAutoscaler: (spec) => `${String(spec.minReplicas)} to ${String(spec.maxReplicas)} replicas`,
  PodDisruptionBudget: () => "one pod at a time may go",
  NetworkPolicy: (spec) =>
    `in: ${waysIn(spec).join(", ") || "nothing"}; out: ${[...new Set(waysOut(spec))].join(", ") || "nothing"}`,
  ExternalSecret: (spec) =>
    `${count(itemsOf(spec.data).length, "key", "keys")} from ${String(fieldsOf(spec.secretStoreRef).name)}`,
  Instrumentation: (spec) => `${Number(fieldsOf(spec.sampler).argument) * 100} % of traces`,
  ScaledObject: (spec) => `${String(spec.minReplicaCount)} to ${String(spec.maxReplicaCount)} replicas`,
  CiliumNetworkPolicy: (spec) => `out: ${itemsOf(spec.egress).length} by name`,
  Schedule: (spec) => `copies at ${String(spec.schedule)}, kept ${String(fieldsOf(spec.template).ttl)}`,
  HTTPRoute: (spec) => itemsOf(spec.hostnames).map(String).join(", "),
};

/** An object in a phrase: what somebody skimming wants to know of it. Empty where there is nothing to say. */
export function summarise(object: KubernetesObject): string {
  const known = Object.hasOwn(SUMMARIES, object.kind) ? SUMMARIES[object.kind] : undefined;
  return known?.(fieldsOf(object.spec), object) ?? "";
}

function scheduleSummary({ schedule, timeZone }: Fields): string {
  const cron = readCron(String(schedule));
  const words = cron.ok ? cronInWords(cron.value) : String(schedule);
  return timeZone === "Etc/UTC" ? `${words} UTC` : `${words} in ${String(timeZone)}`;
}

function workloadSummary(spec: Fields, object: KubernetesObject): string {
  const pod = fieldsOf(podTemplateOf(object).spec);
  const user = fieldsOf(pod.securityContext).runAsUser;
  return [
    count(itemsOf(pod.containers).length, "container", "containers"),
    ...(user === undefined ? [] : [`uid ${String(user)}`]),
    ...(spec.replicas === undefined ? [] : [count(Number(spec.replicas), "replica", "replicas")]),
  ].join(", ");
}

function monitorSummary(endpoints: unknown): string {
  const { path, port, interval } = fieldsOf(itemsOf(endpoints)[0]);
  return `${String(path)} on ${String(port)} is read every ${String(interval)}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
