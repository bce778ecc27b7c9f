import { needAddresses } from "../render/addresses.ts";
import { egress } from "../render/egress.ts";
import { namedEgress } from "../render/named-egress.ts";
import type { Trait } from "./trait.ts";

/** What a service calls: the way out, and the address in a variable. */
export const needs: Trait = (build) => {
  const { variables, gaps } = needAddresses(build);
  const ways = egress(build);
  return {
    objects: namedEgress(build, ways.names),
    pod: { env: variables },
    egress: ways.rules,
    gaps: [...gaps, ...ways.gaps],
  };
};
