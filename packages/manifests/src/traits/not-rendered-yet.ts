import type { ServiceRuntime } from "@fairlead/domain";
import type { Trait } from "./trait.ts";

/** Parts of the declaration that are accepted and kept, but that nothing acts on in this version. Said, not dropped. */
const NOT_YET = {
  beforeDeploy: "The step before a deploy",
} as const satisfies Partial<Record<keyof ServiceRuntime, string>>;

export const notRenderedYet: Trait = ({ spec }) => ({
  gaps: Object.entries(NOT_YET)
    .filter(([field]) => spec[field as keyof typeof NOT_YET] !== undefined)
    .map(([field, what]) => ({
      what,
      because: "this version of Fairlead does not render it yet",
      remedy: `spec.${field} is kept and takes effect later.`,
    })),
});
