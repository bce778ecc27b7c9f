"use client";

import { type KeyboardEvent, type PointerEvent, useId, useRef } from "react";
import { classNames } from "../style/class-names.ts";
import { YamlLine } from "./yaml-line.tsx";

export interface YamlPickerProps {
  text: string;
  /** What is shown, such as “Deployment checkout as YAML”. */
  label: string;
  /** Lines to light up, counted from 1. */
  marked?: readonly number[];
  /** The line that is looked at, from 1. */
  picked: number | undefined;
  onPick: (line: number) => void;
}

/** YAML of which a line can be looked at more closely: by pointing, by a tap, and by the arrow keys. */
export function YamlPicker({ text, label, marked = [], picked, onPick }: YamlPickerProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const pointer = useRef("");
  const lines = text.replace(/\n$/, "").split("\n");

  function move(event: KeyboardEvent) {
    const next = MOVES[event.key]?.(picked ?? 0, lines.length);
    if (next === undefined) return;
    event.preventDefault();
    const line = Math.max(1, Math.min(next, lines.length));
    onPick(line);
    box.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: "nearest" });
  }

  /** A line that is scrolled under a mouse at rest was not pointed at, though browsers say so. */
  function point({ pointerType, clientX, clientY }: PointerEvent, line: number) {
    const place = `${clientX} ${clientY}`;
    if (pointerType !== "mouse" || place === pointer.current) return;
    pointer.current = place;
    onPick(line);
  }
  return (
    <div
      ref={box}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      {...(picked === undefined ? {} : { "aria-activedescendant": `${id}-${picked}` })}
      onKeyDown={move}
      className="overflow-x-auto bg-sunken -outline-offset-2"
    >
      <div className="w-max min-w-full whitespace-pre py-2.5 font-mono text-code">
        {lines.map((line, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the list do the same
          // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus, aria-activedescendant names the line
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            key={index}
            id={`${id}-${index + 1}`}
            role="option"
            aria-selected={picked === index + 1}
            data-line={index + 1}
            {...(marked.includes(index + 1) ? { "data-marked": "" } : {})}
            onPointerMove={(event) => point(event, index + 1)}
            onClick={() => onPick(index + 1)}
            className={classNames(
              "min-h-[1.1875rem] px-4",
              picked === index + 1
                ? "bg-accent-soft shadow-[inset_2px_0_var(--accent)]"
                : marked.includes(index + 1) && "bg-accent-soft",
            )}
          >
            <YamlLine text={line} />
          </div>
        ))}
      </div>
    </div>
  );
}

const MOVES: Readonly<Record<string, (line: number, last: number) => number>> = {
  ArrowDown: (line) => line + 1,
  ArrowUp: (line) => line - 1,
  PageDown: (line) => line + 10,
  PageUp: (line) => line - 10,
  Home: () => 1,
  End: (_, last) => last,
};
