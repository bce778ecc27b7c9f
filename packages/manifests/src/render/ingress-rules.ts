import type { Port } from "@fairlead/domain";
import type { Build } from "./build.ts";
import type { Rule } from "./egress.ts";
import { routedPort } from "./http-route.ts";
import { needsLabel } from "./labels.ts";

/** Marked callers of the same environment, on the declared ports. */
export function callerIngress(build: Build): Rule[] {
  const { ports, expose } = build.spec;
  if (ports.length === 0 || expose.to === "nobody") return [];
  const callers = {
    namespaceSelector: {
      matchLabels: { "fairlead.dev/managed": "true", "fairlead.dev/environment": build.environment.metadata.name },
    },
    podSelector: { matchLabels: { [needsLabel(build.name)]: "true" } },
  };
  return [{ from: [callers], ports: tcp(ports) }];
}

/** The platform's gateways, on the port that they send the public to. */
export function publicIngress(build: Build): Rule[] {
  const gateways = build.profile.gateways.map(({ namespace }) => ({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
  }));
  const routed = routedPort(build);
  return routed === undefined || gateways.length === 0 ? [] : [{ from: gateways, ports: tcp([routed]) }];
}

function tcp(ports: readonly Port[]): { port: number; protocol: "TCP" }[] {
  return ports.map(({ port }) => ({ port, protocol: "TCP" }));
}
