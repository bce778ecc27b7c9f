import type { KubernetesObject, Port } from "@fairlead/domain";
import { calledPort } from "./addresses.ts";
import type { Build } from "./build.ts";
import type { Gap } from "./gap.ts";
import { needsLabel, objectLabels } from "./labels.ts";

/** Addresses that the public internet does not have (RFC 1918, 6598, 3927, 5735). */
const NOT_PUBLIC = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];

interface Rule {
  from?: unknown[];
  to?: unknown[];
  ports?: { port: number; protocol: "TCP" | "UDP" }[];
}

/**
 * The service's own policy: in come marked callers of the same environment and, for a public service, the gateway; out
 * goes DNS and what is declared. It selects by the instance alone and never depends on who calls.
 */
export function networkPolicy(build: Build): { object: KubernetesObject; gaps: Gap[] } {
  const { rules: egress, gaps } = egressRules(build);
  return {
    object: {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
      spec: {
        podSelector: { matchLabels: { "app.kubernetes.io/instance": build.name } },
        policyTypes: ["Egress", "Ingress"],
        ingress: ingressRules(build),
        egress,
      },
    },
    gaps,
  };
}

function tcp(ports: readonly Port[]): { port: number; protocol: "TCP" }[] {
  return ports.map(({ port }) => ({ port, protocol: "TCP" }));
}

function ingressRules(build: Build): Rule[] {
  const { ports, expose } = build.spec;
  const self: Rule = { from: [{ podSelector: { matchLabels: { "app.kubernetes.io/instance": build.name } } }] };
  if (ports.length === 0 || expose.to === "nobody") return [self];
  const callers: Rule = {
    from: [
      {
        namespaceSelector: {
          matchLabels: { "fairlead.dev/managed": "true", "fairlead.dev/environment": build.environment.metadata.name },
        },
        podSelector: { matchLabels: { [needsLabel(build.name)]: "true" } },
      },
    ],
    ports: tcp(ports),
  };
  if (expose.to !== "public") return [callers];
  const gateways = build.profile.gateways.map(({ namespace }) => ({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
  }));
  return gateways.length === 0
    ? [callers]
    : [callers, { from: gateways, ports: tcp(ports.filter(({ protocol }) => protocol !== "tcp")) }];
}

function egressRules(build: Build): { rules: Rule[]; gaps: Gap[] } {
  const dns: Rule = {
    to: [
      {
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
        podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
      },
    ],
    ports: [
      { port: 53, protocol: "UDP" },
      { port: 53, protocol: "TCP" },
    ],
  };
  const gaps: Gap[] = [];
  const rules = build.spec.needs.flatMap((need): Rule[] => {
    if ("service" in need) {
      const known = build.refs.services[need.service];
      const port = known === undefined ? undefined : calledPort(need, known.ports);
      if (known === undefined || port === undefined) return [];
      return [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": known.namespace } },
              podSelector: { matchLabels: { "app.kubernetes.io/instance": need.service } },
            },
          ],
          ports: tcp([port]),
        },
      ];
    }
    if ("resource" in need) {
      const known = build.refs.resources[need.resource];
      if (known === undefined) return [];
      const to = known.cidrs === undefined ? [anywherePublic()] : known.cidrs.map((cidr) => ({ ipBlock: { cidr } }));
      return [{ to, ports: [{ port: known.port, protocol: "TCP" }] }];
    }
    if (!build.profile.fqdnRules) {
      gaps.push({
        what: `Rule for ${need.external} alone`,
        because: "the network plug-in does not know host names",
        remedy: `Port ${need.port} is open to all public addresses instead.`,
      });
    }
    return [{ to: [anywherePublic()], ports: [{ port: need.port, protocol: "TCP" }] }];
  });
  return { rules: [dns, ...rules], gaps };
}

function anywherePublic(): unknown {
  return { ipBlock: { cidr: "0.0.0.0/0", except: NOT_PUBLIC } };
}
