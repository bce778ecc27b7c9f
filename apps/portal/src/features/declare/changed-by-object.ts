import { changedLines } from "@fairlead/ui";
import type { ManifestView } from "../service/manifest-view.ts";

/** A manifest's place among the others. */
export function manifestKey({ kind, name }: ManifestView): string {
  return `${kind}/${name}`;
}

/** For each object, the lines that are new since the preview before; the first preview changes nothing. */
export function changedByObject(
  before: readonly ManifestView[] | undefined,
  after: readonly ManifestView[],
): Map<string, number[]> {
  if (before === undefined) return new Map();
  const old = new Map(before.map((manifest) => [manifestKey(manifest), manifest.yaml]));
  return new Map(
    after.flatMap((manifest) => {
      const lines = changedLines(old.get(manifestKey(manifest)) ?? "", manifest.yaml);
      return lines.length === 0 ? [] : [[manifestKey(manifest), lines] as const];
    }),
  );
}
