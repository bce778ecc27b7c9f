import type { ManifestView } from "../service/manifest-view.ts";

/** One object that a deploy adds, takes away or changes. */
export interface ManifestChange {
  change: "added" | "removed" | "changed";
  kind: string;
  name: string;
  /** As YAML; empty where it is not there. */
  before: string;
  after: string;
}

export interface ManifestComparison {
  changes: ManifestChange[];
  /** How many stay as they are. */
  same: number;
}

/** What differs between what runs and what would run, object by object. */
export function compareManifests(before: readonly ManifestView[], after: readonly ManifestView[]): ManifestComparison {
  const identity = ({ kind, name }: ManifestView) => `${kind}/${name}`;
  const old = new Map(before.map((manifest) => [identity(manifest), manifest]));
  const kept = new Set(after.map(identity));
  const changes = after.flatMap((manifest): ManifestChange[] => {
    const { kind, name, yaml } = manifest;
    const earlier = old.get(identity(manifest));
    if (earlier === undefined) return [{ change: "added", kind, name, before: "", after: yaml }];
    return earlier.yaml === yaml ? [] : [{ change: "changed", kind, name, before: earlier.yaml, after: yaml }];
  });
  const removed = before
    .filter((manifest) => !kept.has(identity(manifest)))
    .map(({ kind, name, yaml }): ManifestChange => ({ change: "removed", kind, name, before: yaml, after: "" }));
  return { changes: [...changes, ...removed], same: after.length - changes.length };
}
