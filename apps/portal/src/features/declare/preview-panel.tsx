"use client";

import { classNames, Pill, ProgressBar } from "@fairlead/ui";
import { Check, ChevronDown, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { manifestKey } from "./changed-by-object.ts";
import { ManifestRow } from "./manifest-row.tsx";
import type { Fix, PreviewView } from "./preview-view.ts";
import { ViolationNotice } from "./violation-notice.tsx";

export interface PreviewPanelProps {
  /** Nothing until the first answer is there. */
  preview: PreviewView | undefined;
  /** By `Kind/name`, the lines that the last answer changed. */
  changed: ReadonlyMap<string, readonly number[]>;
  /** A newer answer is on its way. */
  pending: boolean;
  /** Chooses the environment. */
  environment: ReactNode;
  onFix: (fix: Fix) => void;
}

/** What the answers become, while they are typed: what is wrong first. On a phone it folds to its first line. */
export function PreviewPanel({ preview, changed, pending, environment, onFix }: PreviewPanelProps) {
  const [unfolded, setUnfolded] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const folded = !unfolded && "max-desk:hidden";

  function toggle(key: string) {
    const next = new Set(opened);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
  }

  return (
    <aside
      aria-label="What you get"
      className="overflow-clip rounded-surface border border-line bg-surface shadow-surface desk:sticky desk:top-20 desk:max-h-[calc(100dvh-6rem)] desk:overflow-y-auto"
    >
      <div className="grid gap-2.5 p-4">
        <div className="flex items-center justify-between gap-4">
          <h2 className="font-bold text-heading">What you get</h2>
          <button
            type="button"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
            className="flex items-center gap-1 font-strong text-soft desk:hidden touch:min-h-11"
          >
            {unfolded ? "Fold" : "Show"}
            <ChevronDown
              aria-hidden
              size={16}
              strokeWidth={1.75}
              className={classNames("transition-transform", unfolded && "rotate-180")}
            />
          </button>
          <div className="max-desk:hidden">{environment}</div>
        </div>
        <Verdict preview={preview} />
        <div className={classNames("desk:hidden", folded)}>{environment}</div>
      </div>
      <div className="h-1.5">{pending && <ProgressBar label="Checking your answers" />}</div>
      {preview !== undefined && (
        <div className={classNames(folded)}>
          <ul aria-label="What is wrong" className="empty:hidden">
            {preview.violations.map((violation) => (
              <ViolationNotice
                key={`${violation.path} ${violation.reason} ${violation.object}`}
                violation={violation}
                onFix={onFix}
              />
            ))}
          </ul>
          <ul aria-label="Objects" className="border-line border-t py-1 empty:hidden">
            {preview.manifests.map((manifest) => {
              const key = manifestKey(manifest);
              return (
                <ManifestRow
                  key={key}
                  manifest={manifest}
                  changed={changed.get(key) ?? []}
                  open={opened.has(key)}
                  onToggle={() => toggle(key)}
                />
              );
            })}
          </ul>
          <ul aria-label="Gaps" className="grid gap-2 border-line border-t px-4 py-3 text-soft empty:hidden">
            {preview.gaps.map(({ what, because, remedy }) => (
              <li key={what}>
                <span className="font-strong text-warn">{what}</span> {because} {remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
    </aside>
  );
}

function Verdict({ preview }: { preview: PreviewView | undefined }) {
  if (preview === undefined) return <p className="text-faint">The first answers are being checked.</p>;
  const errors = preview.violations.filter(({ severity }) => severity === "error").length;
  const warnings = preview.violations.length - errors + preview.gaps.length;
  return (
    <div role="status" className="flex flex-wrap gap-2">
      <Pill tone="good" icon={Check}>
        {preview.passed} pass
      </Pill>
      {errors > 0 && (
        <Pill tone="bad" icon={X}>
          {errors} to mend
        </Pill>
      )}
      {warnings > 0 && (
        <Pill tone="warn" icon={TriangleAlert}>
          {warnings} to know
        </Pill>
      )}
    </div>
  );
}
