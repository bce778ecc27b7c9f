import { ClusterError, type ClusterPoliciesPort, POLICY_MANAGER } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { applyObject } from "../apply-object.ts";
import type { Accounts } from "../delivery/accounts.ts";
import { readList } from "../read-object.ts";

const ROOT = "/apis/admissionregistration.k8s.io/v1";
const PLURALS = {
  ValidatingAdmissionPolicy: "validatingadmissionpolicies",
  ValidatingAdmissionPolicyBinding: "validatingadmissionpolicybindings",
} as const;
/** What Fairlead keeps carries it; the guards, which are the admin's, do not. */
const MARK = "policies.fairlead.dev/policy";
/** The server compiles a policy before it answers. */
const DEADLINE_MS = 30_000;

/** The admission policies of an attached cluster. */
export function policiesPort({ reader, policy }: Pick<Accounts, "reader" | "policy">): ClusterPoliciesPort {
  const writer = () => {
    if (policy !== undefined) return policy;
    throw new ClusterError("forbidden", reader.cluster, "it was attached without the account policy");
  };
  return {
    mayWrite: policy !== undefined,
    async list() {
      const lists = await Promise.all(
        Object.values(PLURALS).map((plural) =>
          reader.request({
            method: "GET",
            path: `${ROOT}/${plural}`,
            query: { labelSelector: MARK },
            deadlineMs: DEADLINE_MS,
          }),
        ),
      );
      return lists.flatMap((list) => readList(list).items);
    },
    create: async (object) => applyObject(writer(), pathOf(object), object, { fieldManager: POLICY_MANAGER }),
    async replace(object) {
      const query = { fieldManager: POLICY_MANAGER, fieldValidation: "Strict" };
      await writer().request({ method: "PUT", path: pathOf(object), query, body: object });
    },
    async remove(object) {
      try {
        // Somebody may have put another one in its place meanwhile.
        const preconditions = { uid: object.metadata.uid };
        const body = { apiVersion: "v1", kind: "DeleteOptions", preconditions };
        await writer().request({ method: "DELETE", path: pathOf(object), body });
      } catch (error) {
        const isGone = error instanceof ClusterError && (error.failure === "not-found" || error.failure === "conflict");
        if (!isGone) throw error;
      }
    },
  };
}

function pathOf({ kind, metadata }: KubernetesObject): string {
  const plural = kind === "ValidatingAdmissionPolicyBinding" ? PLURALS[kind] : PLURALS.ValidatingAdmissionPolicy;
  return `${ROOT}/${plural}/${metadata.name}`;
}
