import type { KubernetesObject } from "@fairlead/domain";

/** Marks what Fairlead keeps in a cluster as admission policies, with the policy's id. */
export const POLICY_LABEL = "policies.fairlead.dev/policy";
/** The digest of what Fairlead last wrote: where the content has another one, somebody else was there. */
export const DIGEST_ANNOTATION = "policies.fairlead.dev/digest";

/** What of an object Fairlead answers for, as text that does not depend on the order of keys. Other marks are others'. */
export function policyContent({ kind, metadata, spec }: KubernetesObject): string {
  const { name, labels = {}, annotations = {} } = metadata;
  const { [DIGEST_ANNOTATION]: _digest, ...said } = ours(annotations);
  return JSON.stringify(sorted([kind, name, ours(labels), said, spec]));
}

function ours(marks: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(marks).filter(([key]) => key.includes("fairlead.dev/") || key === "app.kubernetes.io/managed-by"),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, sorted(each)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
