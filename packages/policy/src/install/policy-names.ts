import { parsePolicy } from "../document/parse-policy.ts";
import { namesInCluster } from "./policy-bindings.ts";

/** All names under which policies and bindings of a library may be in a cluster: what an account needs rights on. */
export function policyNames(documents: readonly unknown[]): string[] {
  return documents.flatMap((document) => {
    const policy = parsePolicy(document);
    return policy.ok ? namesInCluster(policy.value) : [];
  });
}
