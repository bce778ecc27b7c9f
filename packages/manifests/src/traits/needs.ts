import { needAddresses } from "../render/addresses.ts";
import { egress } from "../render/egress.ts";
import type { Trait } from "./trait.ts";

/** What a service calls: the way out, and the address in a variable. */
export const needs: Trait = (build) => {
  const { variables, gaps } = needAddresses(build);
  const ways = egress(build);
  return { pod: { env: variables }, egress: ways.rules, gaps: [...gaps, ...ways.gaps] };
};
