import type { TemplateDocument, Violation } from "@fairlead/domain";

/** What a deployer may not write, in any namespace: it protects the namespace, or reaches beyond it. */
const FORBIDDEN = [
  "Namespace",
  "ResourceQuota",
  "LimitRange",
  "Role",
  "RoleBinding",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "MutatingWebhookConfiguration",
  "PersistentVolume",
  "StorageClass",
  "PriorityClass",
  "Node",
];

/** Whether a template's further objects are objects, and ones that a delivery can bring. */
export function checkExtras({ spec }: TemplateDocument): Violation[] {
  return (spec.extras ?? []).flatMap(({ object }, index) => {
    const at = `spec.extras.${index}.object`;
    const { apiVersion, kind, metadata } = object;
    const name: unknown = Reflect.get(Object(metadata), "name");
    return [
      ...missing(`${at}.apiVersion`, apiVersion, "Write it like v1 or apps/v1."),
      ...missing(`${at}.kind`, kind, "Write it like ConfigMap."),
      ...missing(`${at}.metadata.name`, name, "Give it a name that no other object of the service has."),
      ...forbidden(`${at}.kind`, kind),
    ];
  });
}

function missing(path: string, value: unknown, remedy: string): Violation[] {
  if (typeof value === "string" && value !== "") return [];
  return [{ path, reason: value === undefined ? "is missing" : "is not text", remedy, severity: "error" }];
}

function forbidden(path: string, kind: unknown): Violation[] {
  if (typeof kind !== "string" || !FORBIDDEN.includes(kind)) return [];
  const reason = `${kind} is nothing that a delivery may write: it would reach beyond the service`;
  return [
    { path, reason, remedy: "Take it out; ask the platform's admins if every service needs it.", severity: "error" },
  ];
}
