import type { StagePlan } from "../stage/policy-stage.ts";
import type { BindingSpec, PolicySpec } from "./policy-document-schema.ts";

export const POLICY_SEVERITIES = ["high", "medium", "low"] as const;

/** How much it matters. It does not decide whether something is denied: the bindings of a policy do. */
export type PolicySeverity = (typeof POLICY_SEVERITIES)[number];

/** A change of the declaration that mends a violation; texts may hold `${…}` over the policy's own variables. */
export interface PolicyFix {
  readonly label: string;
  /** A JSON merge patch on the declaration's spec, or one `${…}` that gives it. */
  readonly patch: Readonly<Record<string, unknown>> | string;
}

/** A ValidatingAdmissionPolicy with what Fairlead's annotations say about it to people. */
export interface Policy {
  /** The document's name without `fairlead-`: what people, labels of exceptions and verdicts call it. */
  readonly id: string;
  /** The name of the document in a cluster. */
  readonly name: string;
  readonly title: string;
  readonly severity: PolicySeverity;
  /** Where the demand comes from, such as `PSS restricted` or `CIS 5.2.6`. */
  readonly controls: readonly string[];
  /** What to do, as a sentence for whoever wrote the declaration. Empty where the policy does not say. */
  readonly remedy: string;
  /** The field of the declaration that it concerns, such as `spec.image`; empty where there is none. May hold `${…}`. */
  readonly path: string;
  readonly fix?: PolicyFix;
  /** How it ships; a platform may plan otherwise. */
  readonly plan: StagePlan;
  readonly spec: PolicySpec;
}

/** Puts a policy into effect: without one, a policy in a cluster does nothing. */
export interface PolicyBinding {
  readonly name: string;
  readonly spec: BindingSpec;
}

/** What is wrong with a policy itself. */
export interface PolicyProblem {
  readonly policy: string;
  /** Where in the document, such as `spec.validations[0].expression`. */
  readonly path: string;
  readonly reason: string;
}
