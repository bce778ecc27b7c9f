import type { MatchSubject } from "../match/matches-resources.ts";
import type { CompiledPolicies, CompiledPolicy } from "./compiled-policy.ts";

const remembered = new WeakMap<CompiledPolicies, Map<string, readonly CompiledPolicy[]>>();

/**
 * The policies of a set that can have something to do with a resource, whatever else their rules say. Most policies
 * are about a few kinds, and the same few kinds are vetted with each keystroke.
 */
export function policiesAbout(
  all: CompiledPolicies,
  { group, resource }: Pick<MatchSubject, "group" | "resource">,
): readonly CompiledPolicy[] {
  const byResource = remembered.get(all) ?? new Map<string, readonly CompiledPolicy[]>();
  remembered.set(all, byResource);
  const key = `${group}/${resource}`;
  const known = byResource.get(key);
  if (known !== undefined) return known;
  const found = all.policies.filter(({ policy }) =>
    policy.spec.matchConstraints.resourceRules.some(
      ({ apiGroups, resources }) =>
        (apiGroups.includes("*") || apiGroups.includes(group)) &&
        resources.some((pattern) => ["*", resource].includes(pattern.split("/")[0] ?? "")),
    ),
  );
  byResource.set(key, found);
  return found;
}
