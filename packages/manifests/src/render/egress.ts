import type { Need } from "@fairlead/domain";
import { calledResource, calledService } from "./addresses.ts";
import type { Build } from "./build.ts";
import type { Gap } from "./gap.ts";

/** One rule of a NetworkPolicy, as Fairlead writes them. */
export interface Rule {
  from?: unknown[];
  to?: unknown[];
  ports?: { port: number; protocol: "TCP" | "UDP" }[];
}

/** Addresses that the public internet does not have (RFC 1918, 6598, 3927, 1122). */
const NOT_PUBLIC = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];
const ANYWHERE_PUBLIC = { ipBlock: { cidr: "0.0.0.0/0", except: NOT_PUBLIC } };
/** The same of IPv6 (RFC 4193, 4291, and 6052, behind which private addresses of IPv4 could stand). */
const NOT_PUBLIC_6 = ["::1/128", "64:ff9b::/96", "fc00::/7", "fe80::/10"];
const ANYWHERE_PUBLIC_6 = { ipBlock: { cidr: "::/0", except: NOT_PUBLIC_6 } };

/** Names are looked up at the cluster's own DNS. */
export const DNS: Rule = {
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

/** The ways out that are declared, nothing else. */
export function egress(build: Build): Way {
  const ways = build.spec.needs.map((need) => wayTo(build, need));
  return {
    rules: ways.flatMap(({ rules }) => rules),
    names: ways.flatMap(({ names }) => names),
    gaps: ways.flatMap(({ gaps }) => gaps),
  };
}

/** A host outside, where the network plug-in has rules for names. */
export interface NamedHost {
  host: string;
  port: number;
}

interface Way {
  rules: Rule[];
  names: NamedHost[];
  gaps: Gap[];
}

function wayTo(build: Build, need: Need): Way {
  if ("service" in need) {
    const called = calledService(build, need);
    if (called === undefined) return { rules: [], names: [], gaps: [] };
    const peer = {
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": called.address.namespace } },
      podSelector: { matchLabels: { "app.kubernetes.io/instance": need.service } },
    };
    return open([peer], called.port.port);
  }
  if ("external" in need) return wayOutside(build, need.external, need.port);
  const known = calledResource(build, need);
  if (known === undefined) return { rules: [], names: [], gaps: [] };
  return known.cidrs === undefined
    ? wayOutside(build, known.host, known.port)
    : open(
        known.cidrs.map((cidr) => ({ ipBlock: { cidr } })),
        known.port,
      );
}

function open(to: unknown[], port: number): Way {
  return { rules: [{ to, ports: [{ port, protocol: "TCP" }] }], names: [], gaps: [] };
}

/** Kubernetes' own policies know addresses only: a name opens its port to everything that is public. */
function wayOutside({ profile }: Build, host: string, port: number): Way {
  if (profile.fqdnRules !== false) return { rules: [], names: [{ host, port }], gaps: [] };
  const gap = {
    what: `Rule for ${host} alone`,
    because: "Kubernetes' network policies know addresses, not names",
    remedy: `Port ${port} is open to all public addresses instead.`,
  };
  return { ...open([ANYWHERE_PUBLIC, ...(profile.ipv6 ? [ANYWHERE_PUBLIC_6] : [])], port), gaps: [gap] };
}
