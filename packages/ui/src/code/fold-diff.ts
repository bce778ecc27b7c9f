import type { DiffLine } from "./diff-lines.ts";

/** A run of lines to show, or a number of equal lines left out. */
export type DiffPart = { kind: "lines"; lines: DiffLine[] } | { kind: "fold"; count: number };

/** Keeps what changed with `context` equal lines around it. */
export function foldDiff(lines: readonly DiffLine[], context: number): DiffPart[] {
  const near = lines.map(() => false);
  lines.forEach(({ kind }, at) => {
    if (kind !== "same") near.fill(true, Math.max(0, at - context), at + context + 1);
  });
  const parts: DiffPart[] = [];
  lines.forEach((line, at) => {
    const last = parts.at(-1);
    if (near[at]) {
      if (last?.kind === "lines") last.lines.push(line);
      else parts.push({ kind: "lines", lines: [line] });
    } else if (last?.kind === "fold") last.count++;
    else parts.push({ kind: "fold", count: 1 });
  });
  return parts;
}
