import type { CelEnvironment, CelProgram } from "@fairlead/cel";
import type { Policy, PolicyBinding } from "../document/policy.ts";
import type { PolicySpec } from "../document/policy-document-schema.ts";
import type { ShareId } from "./shared-expressions.ts";

export interface NamedProgram {
  readonly name: string;
  readonly program: CelProgram;
  /** Where other policies say the same. */
  readonly share: ShareId | undefined;
}

export interface CompiledValidation {
  readonly source: PolicySpec["validations"][number];
  readonly program: CelProgram;
  readonly message: CelProgram | undefined;
}

/** A policy whose expressions were parsed and checked, with the bindings that put it into effect. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly bindings: readonly PolicyBinding[];
  readonly environment: CelEnvironment;
  readonly conditions: readonly NamedProgram[];
  readonly variables: readonly NamedProgram[];
  readonly validations: readonly CompiledValidation[];
  /** What goes into the audit log. */
  readonly annotations: readonly NamedProgram[];
}

/** A set of policies, ready to vet any number of objects. */
export interface CompiledPolicies {
  readonly policies: readonly CompiledPolicy[];
  /** Policies that only a cluster can evaluate, with the reason: they are left out, and that should be said. */
  readonly leftOut: readonly { readonly policy: string; readonly reason: string }[];
}
