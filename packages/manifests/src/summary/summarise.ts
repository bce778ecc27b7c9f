import type { KubernetesObject } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "../json/fields.ts";

const SUMMARIES: Record<string, (spec: Fields, object: KubernetesObject) => string> = {
  Namespace: (_spec, { metadata }) => `${metadata.name}, Pod Security restricted`,
  ResourceQuota: (spec) => `at most ${String(fieldsOf(spec.hard).pods)} pods`,
  LimitRange: () => "limits for every container",
  RoleBinding: (_spec, object) =>
    itemsOf(object.subjects)
      .map((subject) => String(fieldsOf(subject).name))
      .join(", "),
  ServiceAccount: () => "no token, no rights",
  ConfigMap: (_spec, object) => count(Object.keys(fieldsOf(object.data)).length, "file"),
  Deployment: (spec) => {
    const pod = fieldsOf(fieldsOf(spec.template).spec);
    const replicas = spec.replicas === undefined ? "" : `, ${count(Number(spec.replicas), "replica")}`;
    return `${count(itemsOf(pod.containers).length, "container")}, uid ${String(fieldsOf(pod.securityContext).runAsUser)}${replicas}`;
  },
  Service: (spec) =>
    itemsOf(spec.ports)
      .map((port) => `${String(fieldsOf(port).port)} ${String(fieldsOf(port).name)}`)
      .join(", "),
  HorizontalPodAutoscaler: (spec) => `${String(spec.minReplicas)} to ${String(spec.maxReplicas)} replicas`,
  PodDisruptionBudget: () => "one pod at a time may go",
  NetworkPolicy: networkSummary,
  HTTPRoute: (spec) => itemsOf(spec.hostnames).map(String).join(", "),
};

/** An object in a phrase: what somebody skimming wants to know of it. */
export function summarise(object: KubernetesObject): string {
  return SUMMARIES[object.kind]?.(fieldsOf(object.spec), object) ?? object.metadata.name;
}

function networkSummary(spec: Fields): string {
  const incoming = itemsOf(spec.ingress);
  const outgoing = itemsOf(spec.egress);
  if (incoming.length + outgoing.length === 0) return "nothing in, nothing out";
  const callees = outgoing.flatMap((rule) =>
    itemsOf(fieldsOf(rule).to).flatMap((peer) => {
      const instance = fieldsOf(fieldsOf(fieldsOf(peer).podSelector).matchLabels)["app.kubernetes.io/instance"];
      const block = fieldsOf(fieldsOf(peer).ipBlock).cidr;
      return instance === undefined ? (block === undefined ? [] : [String(block)]) : [String(instance)];
    }),
  );
  return `out: ${["DNS", ...callees].join(", ")}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
