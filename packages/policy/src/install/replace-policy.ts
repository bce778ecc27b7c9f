import type { KubernetesObject } from "@fairlead/domain";

/**
 * What to put in the place of an object that is there: all of what Fairlead wants, and of others only their marks.
 * Server-side apply would not do: actions are a set and conditions a map to it, so that an action or a condition that
 * somebody added stays beside what is applied, and one condition that is always false switches a policy off.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export function replacePolicy(wanted: KubernetesObject, found: KubernetesObject): KubernetesObject {
  const { managedFields: _managed, ...metadata } = found.metadata;
  return {
    ...wanted,
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...wanted.metadata.labels },
      annotations: { ...metadata.annotations, ...wanted.metadata.annotations },
    },
  };
}
