/** One line of a difference, with its number on each side where it has one. */
export type DiffLine =
  | { kind: "same"; text: string; before: number; after: number }
  | { kind: "removed"; text: string; before: number }
  | { kind: "added"; text: string; after: number };

/** Beyond this many pairs of lines the middle is shown as replaced: exact, only not the shortest. */
const MOST_PAIRS = 4_000_000;

/** The lines of two texts side by side, by their longest common subsequence. */
export function diffLines(before: string, after: string): DiffLine[] {
  const left = linesOf(before);
  const right = linesOf(after);
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head++;
  let tail = 0;
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  ) {
    tail++;
  }

  const lines: DiffLine[] = [];
  const same = (text: string, i: number, j: number) => lines.push({ kind: "same", text, before: i + 1, after: j + 1 });
  for (let i = 0; i < head; i++) same(left[i] ?? "", i, i);
  for (const step of diffMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail))) {
    if (step.kind === "same") same(step.text, step.before + head, step.after + head);
    else if (step.kind === "removed") lines.push({ kind: "removed", text: step.text, before: step.before + head + 1 });
    else lines.push({ kind: "added", text: step.text, after: step.after + head + 1 });
  }
  for (let i = tail; i > 0; i--) same(left[left.length - i] ?? "", left.length - i, right.length - i);
  return lines;
}

/** The numbers of the lines of `after` that `before` does not have, counted from 1. */
export function changedLines(before: string, after: string): number[] {
  return diffLines(before, after).flatMap((line) => (line.kind === "added" ? [line.after] : []));
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** Numbers lines from 0. */
function diffMiddle(left: readonly string[], right: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  const common = left.length * right.length > MOST_PAIRS ? undefined : commonLengths(left, right);
  const width = right.length + 1;
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const text = left[i];
    const other = right[j];
    if (common !== undefined && text !== undefined && text === other) {
      lines.push({ kind: "same", text, before: i++, after: j++ });
    } else if (
      text !== undefined &&
      (other === undefined ||
        common === undefined ||
        (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      lines.push({ kind: "removed", text, before: i++ });
    } else {
      lines.push({ kind: "added", text: other ?? "", after: j++ });
    }
  }
  return lines;
}

/** How many lines the rest from (i, j) on has in common, as a table of left.length + 1 rows. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        left[i] === right[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}
