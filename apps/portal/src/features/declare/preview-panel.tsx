"use client";

import { classNames, InlineButton, Pill, ProgressBar } from "@fairlead/ui";
import { Check, ChevronDown, CircleDashed, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { readAt } from "./draft/path.ts";
import { mendedAt } from "./mended-at.ts";
import { PreviewObjects } from "./preview-objects.tsx";
import type { MendedAt } from "./say-violation.ts";
import { useLastGood } from "./use-last-good.ts";
import type { ServiceForm } from "./use-service-form.ts";
import { ViolationNotice } from "./violation-notice.tsx";

export interface PreviewPanelProps {
  service: ServiceForm;
  /** Chooses the environment. */
  environment: ReactNode;
}

/** What the answers become, while they are typed: what is wrong first. On a phone it folds to its first line. */
export function PreviewPanel({ service, environment }: PreviewPanelProps) {
  const { preview, sorted, pending, changed, fix, form } = service;
  const [unfolded, setUnfolded] = useState(false);
  const good = useLastGood(preview);
  const name = readAt(service.document, "metadata.name");
  const place = {
    environment: service.environment,
    ...(!service.isNew && typeof name === "string" && { service: name }),
  };
  const folded = !unfolded && "max-desk:hidden";
  const places = new Map([
    ...COMMON_LABELS.map(([path, label]): [string, MendedAt] => [path, { path, label }]),
    ...form.sections.flatMap(({ questions }) =>
      questions.map((each): [string, MendedAt] => [each.path, mendedAt(each)]),
    ),
  ]);

  return (
    <aside
      aria-label="What you get"
      className="overflow-clip rounded-surface border border-line bg-surface shadow-surface max-desk:order-first desk:sticky desk:top-20 desk:max-h-[calc(100dvh-12.5rem)] desk:overflow-y-auto"
    >
      <div className="grid gap-2.5 p-4 pb-2.5">
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
        <Verdict service={service} />
        {service.mended !== undefined && (
          <p role="status" className="flex flex-wrap items-center gap-x-2 text-label text-soft">
            <Check aria-hidden size={14} strokeWidth={1.9} className="text-good" />
            Done: {service.mended.label}. <InlineButton onClick={service.mended.undo}>Undo</InlineButton>
          </p>
        )}
        <div className={classNames("desk:hidden", folded)}>{environment}</div>
      </div>
      <div className="h-1.5">{pending && <ProgressBar label="Checking your answers" />}</div>
      {preview !== undefined && (
        <div className={classNames(folded)}>
          <ul aria-label="What is wrong" className="empty:hidden">
            {sorted.listed.map(({ violation, field }) => (
              <ViolationNotice
                key={`${violation.path} ${violation.reason} ${violation.object}`}
                violation={violation}
                field={field === undefined ? undefined : (places.get(field) ?? { path: field, label: field })}
                place={place}
                onFix={fix}
              />
            ))}
          </ul>
          {good.old && (
            <p className="border-line border-t px-4 pt-3 text-faint text-label">As it was before what fails above.</p>
          )}
          {good.manifests.length === 0 && (
            <p className="border-line border-t px-4 pt-3 text-faint text-label">
              The objects stand here as soon as the answers make any.
            </p>
          )}
          <PreviewObjects service={service} manifests={good.manifests} changed={changed} />
          <ul aria-label="Gaps" className="grid gap-2 border-line border-t px-4 py-3 text-soft empty:hidden">
            {preview.gaps.map(({ what, because, remedy }) => (
              <li key={what}>
                <span className="font-strong text-warn">{what}</span> {because}. {remedy}
              </li>
            ))}
          </ul>
        </div>
      )}
    </aside>
  );
}

const COMMON_LABELS = [
  ["metadata.name", "Name"],
  ["metadata.description", "What it does"],
  ["spec.owner", "Owner"],
] as const;

function Verdict({ service: { preview, sorted } }: { service: ServiceForm }) {
  if (preview === undefined) return <p className="text-faint">The first answers are being checked.</p>;
  const errors = sorted.listed.filter(({ violation }) => violation.severity === "error").length;
  const warnings = sorted.listed.length - errors + preview.gaps.length;
  return (
    <div role="status" className="flex flex-wrap gap-2">
      {preview.manifests.length > 0 && (
        <Pill tone="good" icon={Check}>
          {preview.passed} pass
        </Pill>
      )}
      {errors > 0 && (
        <Pill tone="bad" icon={X}>
          {errors} {errors === 1 ? "fails" : "fail"}
        </Pill>
      )}
      {warnings > 0 && (
        <Pill tone="warn" icon={TriangleAlert}>
          {warnings} to know
        </Pill>
      )}
      {sorted.toSettle.size > 0 && <Pill icon={CircleDashed}>{sorted.toSettle.size} to settle</Pill>}
      {sorted.open.length > 0 && <Pill icon={CircleDashed}>{sorted.open.length} to answer</Pill>}
    </div>
  );
}
