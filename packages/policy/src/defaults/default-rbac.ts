import type { DefaultsByKind } from "./default-workload.ts";
import { editItems, editMap, type Json, withDefaults } from "./json-edit.ts";

const RBAC = "rbac.authorization.k8s.io";

/** https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/rbac/v1/defaults.go */
export const RBAC_DEFAULTS: DefaultsByKind = {
  [`${RBAC}/RoleBinding`]: defaultRoleBinding,
  [`${RBAC}/ClusterRoleBinding`]: defaultRoleBinding,
};

function defaultRoleBinding(object: Json): Json {
  const withRole = editMap(object, "roleRef", (role) => withDefaults(role, { apiGroup: RBAC }));
  return editItems(withRole, "subjects", (subject) =>
    // A service account's group is the core group, whose name is empty and therefore not written.
    subject.kind === "ServiceAccount" ? subject : withDefaults(subject, { apiGroup: RBAC }),
  );
}
