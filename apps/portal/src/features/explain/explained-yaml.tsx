"use client";

import { Mono, YamlPicker } from "@fairlead/ui";
import { type RefObject, useState } from "react";
import { sayLine } from "./say-line.ts";
import type { Explanation } from "./use-explanation.ts";

export interface ExplainedYamlProps {
  manifest: { kind: string; name: string; yaml: string };
  /** Lines that the last answer changed, from 1. */
  changed?: readonly number[];
  explanation: Explanation;
  /** Scrolls by itself; all of it is shown where it is left out. */
  box?: RefObject<HTMLDivElement | null>;
  /** What answers are called here; “your answer” where it is left out. */
  answer?: string;
}

/** An object's YAML, and under it who set the line that somebody looks at. */
export function ExplainedYaml({ manifest, changed = [], explanation, box, answer }: ExplainedYamlProps) {
  const { kind, name, yaml } = manifest;
  const [picked, setPicked] = useState<number>();
  const lines = yaml.replace(/\n$/, "").split("\n");
  // After a change there may be fewer.
  const line = picked !== undefined && picked <= lines.length ? picked : undefined;
  return (
    <>
      <div ref={box} className={box === undefined ? "" : "relative max-h-90 overflow-y-auto"}>
        <YamlPicker
          text={yaml}
          label={`${kind} ${name} as YAML`}
          marked={changed}
          picked={line}
          onPick={(next) => {
            setPicked(next);
            explanation.want();
          }}
        />
      </div>
      <div
        aria-live="polite"
        className="sticky bottom-0 z-5 grid min-h-14 content-center gap-0.5 border-line border-t bg-surface px-4 py-2 text-label max-tablet:bottom-16"
      >
        {line === undefined ? (
          <p className="text-faint">Point at a line, tap it, or use the arrow keys: who set it, and why.</p>
        ) : (
          <Said
            text={lines[line - 1] ?? ""}
            said={explanation.view && sayLine(explanation.view, manifest, line, lines.length, answer)}
            explanation={explanation}
          />
        )}
      </div>
    </>
  );
}

interface SaidProps {
  text: string;
  said: ReturnType<typeof sayLine>;
  explanation: Explanation;
}

function Said({ text, said, explanation: { view, pending, problem } }: SaidProps) {
  const what = text.trim().replace(/^- /, "");
  if (said === undefined) {
    const why = pending
      ? "Looking up who set it."
      : (problem?.message ??
        (view === undefined
          ? "Look at it again to see who set it."
          : "This can be said once nothing is wrong any more."));
    return <p className="text-faint">{why}</p>;
  }
  return (
    <>
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className="max-w-full truncate text-accent">
          <Mono>{what}</Mono>
        </span>
        <span>{said.who}</span>
      </p>
      {said.why !== "" && <p className="text-faint">{said.why}</p>}
    </>
  );
}
