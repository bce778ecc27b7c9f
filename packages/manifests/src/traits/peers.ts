import type { Rule } from "../render/egress.ts";
import type { Trait } from "./trait.ts";

/** Replicas with names of their own talk to one another, on the declared ports: they agree on who leads, and copy data. */
export const peers: Trait = ({ name, spec, template }) => {
  if (template.spec.workload !== "StatefulSet" || spec.ports.length === 0) return {};
  const mine = { podSelector: { matchLabels: { "app.kubernetes.io/instance": name } } };
  const ports: Rule["ports"] = spec.ports.map(({ port }) => ({ port, protocol: "TCP" }));
  return { ingress: [{ from: [mine], ports }], egress: [{ to: [mine], ports }] };
};
