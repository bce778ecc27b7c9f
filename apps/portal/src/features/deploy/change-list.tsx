"use client";

import { DiffView, Disclosure, Pill, type Tone } from "@fairlead/ui";
import type { ManifestChange, ManifestComparison } from "./compare-manifests.ts";

const LOOKS = {
  added: { word: "new", tone: "good" },
  changed: { word: "changes", tone: "moving" },
  removed: { word: "goes away", tone: "bad" },
} as const satisfies Record<ManifestChange["change"], { word: string; tone: Tone }>;

export interface ChangeListProps {
  comparison: ManifestComparison;
  /** Nothing was there before, so that all of it is new. */
  first?: boolean;
}

/** What changes, in words; each object's YAML one press away. */
export function ChangeList({ comparison: { changes, same }, first = false }: ChangeListProps) {
  if (first && changes.length > 0) {
    return (
      <Disclosure summary={`Nothing was delivered there before: all ${changes.length} objects are new`}>
        <Changes changes={changes} />
      </Disclosure>
    );
  }
  return (
    <div className="grid gap-1">
      <p className="text-soft">{summarise(changes.length, same)}</p>
      {changes.length > 0 && <Changes changes={changes} />}
    </div>
  );
}

function Changes({ changes }: { changes: readonly ManifestChange[] }) {
  return (
    <ul className="overflow-clip rounded-field border border-line">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.name}`} className="border-line border-b px-3 last:border-b-0">
          <Disclosure
            summary={
              <span className="flex flex-1 flex-wrap items-center gap-x-2">
                <span className="text-ink">{change.kind}</span>
                <span className="min-w-0 flex-1 truncate font-normal text-faint">{change.name}</span>
                <Pill tone={LOOKS[change.change].tone}>{LOOKS[change.change].word}</Pill>
              </span>
            }
          >
            <div className="-mx-3 -mt-3 border-line border-t">
              <DiffView
                before={change.before}
                after={change.after}
                label={`${change.kind} ${change.name}: what changes`}
                context={2}
              />
            </div>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function summarise(changed: number, same: number): string {
  if (changed === 0) return `Nothing changes: all ${same} objects stay as they are.`;
  const objects = changed === 1 ? "1 object changes" : `${changed} objects change`;
  return same === 0 ? `${objects}.` : `${objects}, ${same} ${same === 1 ? "stays" : "stay"} as they are.`;
}
