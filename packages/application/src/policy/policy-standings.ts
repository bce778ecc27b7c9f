import type { KubernetesObject } from "@fairlead/domain";
import type { ComparedObject, Standing } from "@fairlead/policy";
import type { PolicyStanding, PolicyState } from "./policy-state.ts";

export interface StandingsInput {
  compared: readonly ComparedObject[];
  leftOut: readonly { policy: string; reason: string }[];
  /** What the cluster would not take, and its words. */
  refusals: ReadonlyMap<KubernetesObject, string>;
  /** Whether what differed was mended. */
  mends: boolean;
}

/** How each policy stands after a look, its bindings with it: the worst of them counts. */
export function policyStandings({ compared, leftOut, refusals, mends }: StandingsInput): PolicyStanding[] {
  const byPolicy = new Map<string, PolicyStanding>();
  for (const each of compared) {
    const standing = standingOf(each, refusals.get(each.object), mends);
    const known = byPolicy.get(each.policy);
    if (known === undefined || rank(standing) > rank(known)) byPolicy.set(each.policy, standing);
  }
  const unsupported = leftOut.map(
    ({ policy, reason }): PolicyStanding => ({
      policy,
      state: "unsupported",
      detail: `Its Kubernetes can't evaluate it, so it isn't held there. ${reason}`,
    }),
  );
  return [...byPolicy.values(), ...unsupported];
}

const RANK = {
  "in-step": 0,
  behind: 1,
  missing: 2,
  changed: 3,
  unsupported: 4,
  refused: 5,
} as const satisfies Record<PolicyState, number>;

/** Of two that are in step, the one with something to say. */
function rank({ state, detail }: PolicyStanding): number {
  return RANK[state] * 2 + (detail === "" ? 0 : 1);
}

function standingOf(
  { policy, object, standing, warnings }: ComparedObject,
  refusal: string | undefined,
  mends: boolean,
): PolicyStanding {
  if (refusal !== undefined)
    return { policy, state: "refused", detail: `The cluster would not take ${nameOf(object)}: ${refusal}` };
  if (!mends && standing.is !== "in step") return { policy, ...inWords(standing, nameOf(object)) };
  return {
    policy,
    state: "in-step",
    detail: warnings.length === 0 ? "" : `Its type check says: ${warnings.join("; ")}`,
  };
}

function inWords(standing: Exclude<Standing, { is: "in step" }>, name: string): Omit<PolicyStanding, "policy"> {
  switch (standing.is) {
    case "missing":
      return { state: "missing", detail: `${name} is not there.` };
    case "behind":
      return { state: "behind", detail: `${name} is an earlier text or stage.` };
    case "changed":
      return {
        state: "changed",
        detail: `${name} is not what Fairlead wrote.`,
        changedBy: standing.by,
        ...(standing.at === undefined ? {} : { changedAt: standing.at }),
      };
  }
}

function nameOf({ kind, metadata }: KubernetesObject): string {
  return `${kind === "ValidatingAdmissionPolicyBinding" ? "Its binding" : "Its policy"} ${metadata.name}`;
}
