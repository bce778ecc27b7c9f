import { fieldsOf, itemsOf } from "../json/fields.ts";

const INSTANCE = "app.kubernetes.io/instance";
const NAMESPACE = "kubernetes.io/metadata.name";

/** The ways out that a NetworkPolicy opens, such as `payment:50051`, `10.20.0.0/24:5432` and `DNS`. */
export function waysOut(policySpec: unknown): string[] {
  return itemsOf(fieldsOf(policySpec).egress).flatMap((rule) => {
    const { to, ports } = fieldsOf(rule);
    return itemsOf(to).flatMap((peer) => {
      const name = calleeOf(peer);
      return name === "DNS" ? [name] : portsOf(ports).map((port) => `${name}:${port}`);
    });
  });
}

/** Who a NetworkPolicy lets in: `callers`, `itself`, or the namespace of a gateway; each with its ports. */
export function waysIn(policySpec: unknown): string[] {
  return itemsOf(fieldsOf(policySpec).ingress).flatMap((rule) => {
    const { from, ports } = fieldsOf(rule);
    const at = portsOf(ports).join(", ");
    return itemsOf(from).map((peer) => (at === "" ? callerOf(peer) : `${callerOf(peer)} on ${at}`));
  });
}

function calleeOf(peer: unknown): string {
  const { podSelector, namespaceSelector, ipBlock } = fieldsOf(peer);
  const labels = labelsOf(podSelector);
  if (labels["k8s-app"] === "kube-dns") return "DNS";
  const { cidr } = fieldsOf(ipBlock);
  if (cidr !== undefined) return /^(0\.0\.0\.0|::)\/0$/.test(String(cidr)) ? "public addresses" : String(cidr);
  return String(labels[INSTANCE] ?? labelsOf(namespaceSelector)["kubernetes.io/metadata.name"] ?? "anything");
}

function callerOf(peer: unknown): string {
  const { podSelector, namespaceSelector } = fieldsOf(peer);
  const pods = labelsOf(podSelector);
  if (Object.keys(pods).some((label) => label.startsWith("needs.fairlead.dev/"))) return "callers";
  const namespace = labelsOf(namespaceSelector)[NAMESPACE];
  if (namespace !== undefined) return String(namespace);
  return pods[INSTANCE] === undefined ? "anybody" : "itself";
}

function labelsOf(selector: unknown): Record<string, unknown> {
  return fieldsOf(fieldsOf(selector).matchLabels);
}

function portsOf(ports: unknown): string[] {
  return itemsOf(ports).map((port) => String(fieldsOf(port).port));
}
