import type { KubernetesObject } from "@fairlead/domain";
import type { Policy, PolicyBinding } from "../document/policy.ts";
import { POLICY_API_VERSION } from "../document/policy-document-schema.ts";
import { compilePolicies } from "../evaluate/compile-policies.ts";
import type { PolicyStage } from "../stage/policy-stage.ts";
import { asServed } from "./as-served.ts";
import { policyBindings } from "./policy-bindings.ts";
import { DIGEST_ANNOTATION, POLICY_LABEL, policyContent } from "./policy-content.ts";

export interface ClusterPoliciesInput {
  policies: readonly Policy[];
  /** The stage of each policy now; one that is not named is not installed. */
  stages: ReadonlyMap<string, PolicyStage>;
  /** Such as 36 for Kubernetes 1.36; decides which functions expressions may use. */
  kubernetesMinor?: number;
  digest(text: string): string;
}

export interface ClusterPolicies {
  /** ValidatingAdmissionPolicies and their bindings, each policy before what binds it. */
  objects: KubernetesObject[];
  /** Policies that this version of Kubernetes cannot evaluate, with the reason. */
  leftOut: { policy: string; reason: string }[];
}

/** What a cluster should have as admission policies: written out as its API server would give it back. */
export function clusterPolicies({ policies, stages, kubernetesMinor, digest }: ClusterPoliciesInput): ClusterPolicies {
  const objects: KubernetesObject[] = [];
  const leftOut: ClusterPolicies["leftOut"] = [];
  const version = kubernetesMinor === undefined ? {} : { kubernetesMinor };
  for (const policy of policies) {
    const stage = stages.get(policy.id);
    if (stage === undefined) continue;
    const compiled = compilePolicies([policy], version);
    if (!compiled.ok) {
      const [problem] = compiled.error;
      leftOut.push({ policy: policy.id, reason: `${problem?.path}: ${problem?.reason}` });
      continue;
    }
    objects.push(
      policyObject(policy, digest),
      ...policyBindings(policy, stage).map((each) => bindingObject(policy, each, digest)),
    );
  }
  return { objects, leftOut };
}

function policyObject(policy: Policy, digest: (text: string) => string): KubernetesObject {
  const annotations = {
    "policies.fairlead.dev/title": policy.title,
    "policies.fairlead.dev/severity": policy.severity,
    "policies.fairlead.dev/controls": policy.controls.join(", "),
    "policies.fairlead.dev/remedy": policy.remedy,
  };
  return marked(
    "ValidatingAdmissionPolicy",
    policy,
    { name: policy.name, annotations, spec: asServed(policy.spec) },
    digest,
  );
}

function bindingObject(
  policy: Policy,
  { name, spec }: PolicyBinding,
  digest: (text: string) => string,
): KubernetesObject {
  return marked("ValidatingAdmissionPolicyBinding", policy, { name, annotations: {}, spec }, digest);
}

function marked(
  kind: string,
  { id }: Policy,
  { name, annotations, spec }: { name: string; annotations: Record<string, string>; spec: unknown },
  digest: (text: string) => string,
): KubernetesObject {
  const labels = { "app.kubernetes.io/managed-by": "fairlead", [POLICY_LABEL]: id };
  const object = { apiVersion: POLICY_API_VERSION, kind, metadata: { name, labels, annotations }, spec };
  const metadata = {
    name,
    labels,
    annotations: { ...annotations, [DIGEST_ANNOTATION]: digest(policyContent(object)) },
  };
  return { ...object, metadata };
}
