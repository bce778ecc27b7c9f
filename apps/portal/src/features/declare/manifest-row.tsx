"use client";

import { classNames } from "@fairlead/ui";
import { ChevronRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { ExplainedYaml } from "../explain/explained-yaml.tsx";
import type { Explanation } from "../explain/use-explanation.ts";
import type { ManifestView } from "../service/manifest-view.ts";

const LINES_BEFORE_PX = 76;

export interface ManifestRowProps {
  manifest: ManifestView;
  /** Lines of its YAML that the last answer changed, from 1. */
  changed: readonly number[];
  open: boolean;
  onToggle: () => void;
  explanation: Explanation;
}

/** One object of the preview; what the last answer changed lights up. */
export function ManifestRow({ manifest, changed, open, onToggle, explanation }: ManifestRowProps) {
  const { kind, summary } = manifest;
  const box = useRef<HTMLDivElement>(null);

  // Scrolls its own box only: the page stays where somebody types.
  useEffect(() => {
    const line = open && changed.length > 0 ? box.current?.querySelector("[data-marked]") : undefined;
    if (line instanceof HTMLElement) box.current?.scrollTo({ top: line.offsetTop - LINES_BEFORE_PX });
  }, [open, changed]);
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className={classNames(
          "flex min-h-8.5 w-full items-center gap-2 px-4 py-1.5 text-left -outline-offset-2 touch:min-h-11",
          changed.length > 0 ? "bg-accent-soft" : "hover:bg-ground",
        )}
      >
        <ChevronRight
          aria-hidden
          size={14}
          strokeWidth={1.75}
          className={classNames("flex-none text-faint transition-transform", open && "rotate-90")}
        />
        <span className="font-strong">{kind}</span>
        <span className="min-w-0 flex-1 truncate text-right text-faint text-label">
          {changed.length > 0 ? "changed just now" : summary}
        </span>
      </button>
      {open && (
        <div className="border-line border-y">
          <ExplainedYaml manifest={manifest} changed={changed} explanation={explanation} box={box} />
        </div>
      )}
    </li>
  );
}
