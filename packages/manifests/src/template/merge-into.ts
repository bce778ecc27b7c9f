import type { KubernetesObject } from "@fairlead/domain";
import { fieldsOf } from "../json/fields.ts";
import { strategicMerge } from "./strategic-merge.ts";

/** An object with a patch merged into it. It stays what it is: kind and name cannot be patched. */
export function mergeInto(object: KubernetesObject, patch: unknown): KubernetesObject {
  const merged = fieldsOf(strategicMerge(object, patch));
  const { apiVersion, kind, metadata } = object;
  return { ...merged, apiVersion, kind, metadata: { ...fieldsOf(merged.metadata), name: metadata.name } };
}
