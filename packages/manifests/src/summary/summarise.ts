import type { KubernetesObject } from "@fairlead/domain";

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const SUMMARIES: Record<string, (spec: Fields, object: KubernetesObject) => string> = {
  Namespace: (_spec, { metadata }) => `${metadata.name}, Pod Security restricted`,
  ResourceQuota: (spec) => `at most ${String(fields(spec.hard).pods)} pods`,
  LimitRange: () => "limits for every container",
  RoleBinding: (_spec, object) =>
    list(object.subjects)
      .map((subject) => String(fields(subject).name))
      .join(", "),
  ServiceAccount: () => "no token, no rights",
  ConfigMap: (_spec, object) => count(Object.keys(fields(object.data)).length, "file"),
  Deployment: (spec) => {
    const pod = fields(fields(spec.template).spec);
    const replicas = spec.replicas === undefined ? "" : `, ${count(Number(spec.replicas), "replica")}`;
    return `${count(list(pod.containers).length, "container")}, uid ${String(fields(pod.securityContext).runAsUser)}${replicas}`;
  },
  Service: (spec) =>
    list(spec.ports)
      .map((port) => `${String(fields(port).port)} ${String(fields(port).name)}`)
      .join(", "),
  HorizontalPodAutoscaler: (spec) => `${String(spec.minReplicas)} to ${String(spec.maxReplicas)} replicas`,
  PodDisruptionBudget: () => "one pod at a time may go",
  NetworkPolicy: networkSummary,
  HTTPRoute: (spec) => list(spec.hostnames).map(String).join(", "),
};

/** An object in a phrase: what somebody skimming wants to know of it. */
export function summarise(object: KubernetesObject): string {
  return SUMMARIES[object.kind]?.(fields(object.spec), object) ?? object.metadata.name;
}

function networkSummary(spec: Fields): string {
  const incoming = list(spec.ingress);
  const outgoing = list(spec.egress);
  if (incoming.length + outgoing.length === 0) return "nothing in, nothing out";
  const callees = outgoing.flatMap((rule) =>
    list(fields(rule).to).flatMap((peer) => {
      const instance = fields(fields(fields(peer).podSelector).matchLabels)["app.kubernetes.io/instance"];
      const block = fields(fields(peer).ipBlock).cidr;
      return instance === undefined ? (block === undefined ? [] : [String(block)]) : [String(instance)];
    }),
  );
  return `out: ${["DNS", ...callees].join(", ")}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
