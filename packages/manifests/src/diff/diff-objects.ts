import type { KubernetesObject } from "@fairlead/domain";

/** One leaf that differs, with its dotted path; `undefined` where it is not there. */
interface LeafChange {
  path: string;
  before: unknown;
  after: unknown;
}

export interface ObjectChange {
  kind: string;
  name: string;
  change: "added" | "removed" | "changed";
  leaves: LeafChange[];
}

/** What differs between two sets of objects, by kind and name, in the order of the later set. */
export function diffObjects(before: readonly KubernetesObject[], after: readonly KubernetesObject[]): ObjectChange[] {
  const earlier = new Map(before.map((object) => [identity(object), object]));
  const later = new Set(after.map(identity));
  const changes = after.flatMap((object): ObjectChange[] => {
    const old = earlier.get(identity(object));
    const { kind, metadata } = object;
    if (old === undefined) return [{ kind, name: metadata.name, change: "added", leaves: [] }];
    const leaves = diffLeaves(old, object, "");
    return leaves.length === 0 ? [] : [{ kind, name: metadata.name, change: "changed", leaves }];
  });
  const removed = before
    .filter((object) => !later.has(identity(object)))
    .map(({ kind, metadata }): ObjectChange => ({ kind, name: metadata.name, change: "removed", leaves: [] }));
  return [...changes, ...removed];
}

function identity({ apiVersion, kind, metadata }: KubernetesObject): string {
  return [apiVersion, kind, metadata.namespace ?? "", metadata.name].join("/");
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function diffLeaves(before: unknown, after: unknown, path: string): LeafChange[] {
  if (!isGroup(before) || !isGroup(after) || Array.isArray(before) !== Array.isArray(after)) {
    return Object.is(before, after) ? [] : [{ path, before, after }];
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => diffLeaves(before[name], after[name], path === "" ? name : `${path}.${name}`));
}
