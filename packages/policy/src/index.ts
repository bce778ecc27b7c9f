export { applyApiDefaults } from "./defaults/apply-api-defaults.ts";
export { completePolicy } from "./document/complete-policy.ts";
export { parseBinding, parsePolicy } from "./document/parse-policy.ts";
export {
  POLICY_SEVERITIES,
  type Policy,
  type PolicyBinding,
  type PolicyFix,
  type PolicyProblem,
  type PolicySeverity,
} from "./document/policy.ts";
export type { BindingSpec, PolicySpec, ValidationAction } from "./document/policy-document-schema.ts";
export { type CompileOptions, compilePolicies } from "./evaluate/compile-policies.ts";
export type { CompiledPolicies } from "./evaluate/compiled-policy.ts";
export { toViolation, toViolations } from "./evaluate/to-violation.ts";
export type { AuditAnnotation, Verdict, VerdictObject } from "./evaluate/verdict.ts";
export { annotate, type VetContext, vet } from "./evaluate/vet.ts";
export { applyPatch } from "./example/apply-patch.ts";
export {
  type ClusterPolicies,
  type ClusterPoliciesInput,
  clusterPolicies,
} from "./install/cluster-policies.ts";
export {
  type ComparedObject,
  type ComparedPolicies,
  comparePolicies,
  type Standing,
} from "./install/compare-policies.ts";
export { exceptionLabel, namesInCluster, policyBindings } from "./install/policy-bindings.ts";
export { POLICY_LABEL, policyContent } from "./install/policy-content.ts";
export { policyNames } from "./install/policy-names.ts";
export { replacePolicy } from "./install/replace-policy.ts";
export { type ApiResource, type Discovery, resourceOfKind } from "./match/resource-of-kind.ts";
export { ALWAYS, nextStage, POLICY_STAGES, type PolicyStage, type StagePlan, stageAt } from "./stage/policy-stage.ts";
export { underStages } from "./stage/under-stages.ts";
