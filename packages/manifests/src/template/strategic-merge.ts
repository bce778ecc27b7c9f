import { isFields } from "../json/fields.ts";

/** Lists whose items have a name are merged by it; Kubernetes does the same for containers, ports, env and volumes. */
function nameOf(item: unknown): string | undefined {
  return isFields(item) && typeof item.name === "string" ? item.name : undefined;
}

/**
 * A strategic merge: groups merge, `null` takes away, lists of named items merge by name, other lists are replaced.
 * https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function strategicMerge(target: unknown, patch: unknown): unknown {
  if (isFields(target) && isFields(patch)) {
    const merged: Record<string, unknown> = { ...target };
    for (const [key, value] of Object.entries(patch)) {
      if (key === "__proto__") continue;
      if (value === null) delete merged[key];
      else merged[key] = strategicMerge(merged[key], value);
    }
    return merged;
  }
  if (
    Array.isArray(target) &&
    Array.isArray(patch) &&
    patch.length > 0 &&
    patch.every((item) => nameOf(item) !== undefined)
  ) {
    const byName = new Map(target.map((item, index) => [nameOf(item) ?? `#${index}`, item]));
    for (const item of patch) {
      const name = nameOf(item) ?? "";
      byName.set(name, strategicMerge(byName.get(name), item));
    }
    return [...byName.values()];
  }
  return patch;
}
