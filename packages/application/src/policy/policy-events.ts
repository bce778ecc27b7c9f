import type { KubernetesObject } from "@fairlead/domain";
import { type ComparedObject, POLICY_LABEL } from "@fairlead/policy";
import type { PolicyEvent, PolicyStanding } from "./policy-state.ts";

export interface EventsInput {
  compared: readonly ComparedObject[];
  unwanted: readonly KubernetesObject[];
  refusals: ReadonlyMap<KubernetesObject, string>;
  before: readonly PolicyStanding[];
  mends: boolean;
}

/** What of a look is news: what somebody else did, and what came of it. What Fairlead itself brought is none. */
export function policyEvents({ compared, unwanted, refusals, before, mends }: EventsInput): PolicyEvent[] {
  const known = new Map(before.map(({ policy, state }) => [policy, state]));
  return [
    ...compared.flatMap(({ policy, object, standing }): PolicyEvent[] => {
      const outcome = outcomeOf(refusals.get(object), mends);
      // Shown and not mended, it is news once.
      if (!mends && known.get(policy) === standing.is) return [];
      if (standing.is === "changed")
        return [{ policy, message: `${standing.by} changed ${object.metadata.name}${at(standing.at)}. ${outcome}` }];
      // What was never there was not taken away.
      if (standing.is === "missing" && known.get(policy) === "in-step" && isFirst(policy, object))
        return [{ policy, message: `Somebody deleted ${object.metadata.name}. ${outcome}` }];
      return [];
    }),
    ...(mends ? unwanted : []).flatMap((object): PolicyEvent[] =>
      object.kind === "ValidatingAdmissionPolicy" && !refusals.has(object)
        ? [
            {
              policy: object.metadata.labels?.[POLICY_LABEL] ?? "",
              message: `Taken away: ${object.metadata.name} is not wanted any more.`,
            },
          ]
        : [],
    ),
  ];
}

/** A binding for pods comes and goes with the stage. */
function isFirst(policy: string, { kind, metadata }: KubernetesObject): boolean {
  return kind === "ValidatingAdmissionPolicy" || metadata.name === `fairlead-${policy}`;
}

function outcomeOf(refusal: string | undefined, mends: boolean): string {
  if (refusal !== undefined) return `It could not be put back: ${refusal}`;
  return mends ? "It was put back." : "It was left as it is: this cluster's policies are only watched.";
}

function at(time: Date | undefined): string {
  return time === undefined ? "" : ` at ${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
