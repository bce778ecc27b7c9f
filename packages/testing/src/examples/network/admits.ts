import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";

/** Something that speaks or is spoken to: a pod in a namespace, or an address outside. */
export type Peer =
  | { name: string; namespace: string; labels: Labels; namespaceLabels: Labels }
  | { name: string; address: string };

type Labels = Readonly<Record<string, string>>;

const selector = z.object({ matchLabels: z.record(z.string(), z.string()).optional() });
const peer = z.object({
  podSelector: selector.optional(),
  namespaceSelector: selector.optional(),
  ipBlock: z.object({ cidr: z.string(), except: z.array(z.string()).optional() }).optional(),
});
const ports = z.array(z.object({ port: z.number(), protocol: z.enum(["TCP", "UDP"]) }));
const policySchema = z.object({
  metadata: z.object({ namespace: z.string() }),
  spec: z.object({
    podSelector: selector,
    policyTypes: z.array(z.enum(["Ingress", "Egress"])),
    ingress: z.array(z.object({ from: z.array(peer).optional(), ports: ports.optional() })).optional(),
    egress: z.array(z.object({ to: z.array(peer).optional(), ports: ports.optional() })).optional(),
  }),
});
export type NetworkPolicy = z.infer<typeof policySchema>;

export function policiesIn(objects: readonly KubernetesObject[]): NetworkPolicy[] {
  return objects.filter(({ kind }) => kind === "NetworkPolicy").map((object) => policySchema.parse(object));
}

/** A port as a pod listens on it: policies see what is behind a Service, never the Service. */
export interface Door {
  port: number;
  protocol: "TCP" | "UDP";
}

/**
 * Whether NetworkPolicies let one speak to another, as the API describes it: who is selected by no policy is open; else
 * any rule of any policy admits; both ends must.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function admits(policies: readonly NetworkPolicy[], from: Peer, to: Peer, door: Door): boolean {
  return allows(policies, "Egress", from, to, door) && allows(policies, "Ingress", to, from, door);
}

function allows(
  policies: readonly NetworkPolicy[],
  direction: "Ingress" | "Egress",
  subject: Peer,
  other: Peer,
  door: Door,
): boolean {
  if ("address" in subject) return true;
  const mine = policies.filter(
    ({ metadata, spec }) =>
      metadata.namespace === subject.namespace &&
      spec.policyTypes.includes(direction) &&
      selects(spec.podSelector, subject.labels),
  );
  if (mine.length === 0) return true;
  return mine.some(({ metadata, spec }) => {
    const rules =
      direction === "Egress"
        ? (spec.egress ?? []).map(({ to, ports }) => ({ peers: to, ports }))
        : (spec.ingress ?? []).map(({ from, ports }) => ({ peers: from, ports }));
    return rules.some(
      (rule) =>
        (rule.peers === undefined || rule.peers.some((each) => isPeer(each, other, metadata.namespace))) &&
        (rule.ports === undefined ||
          rule.ports.some(({ port, protocol }) => port === door.port && protocol === door.protocol)),
    );
  });
}

function isPeer({ podSelector, namespaceSelector, ipBlock }: z.infer<typeof peer>, other: Peer, home: string): boolean {
  if (ipBlock !== undefined) {
    return (
      "address" in other &&
      contains(ipBlock.cidr, other.address) &&
      !ipBlock.except?.some((cidr) => contains(cidr, other.address))
    );
  }
  if ("address" in other) return false;
  const there =
    namespaceSelector === undefined ? other.namespace === home : selects(namespaceSelector, other.namespaceLabels);
  return there && (podSelector === undefined || selects(podSelector, other.labels));
}

function selects({ matchLabels = {} }: z.infer<typeof selector>, labels: Labels): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
}

/** IPv4 only. */
function contains(cidr: string, address: string): boolean {
  const [base = "", bits = "32"] = cidr.split("/");
  const mask = Number(bits) === 0 ? 0 : (0xffffffff << (32 - Number(bits))) >>> 0;
  return (number(base) & mask) >>> 0 === (number(address) & mask) >>> 0;
}

function number(address: string): number {
  return address.split(".").reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0);
}
