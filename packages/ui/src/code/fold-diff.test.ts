import { expect, test } from "vitest";
import { diffLines } from "./diff-lines.ts";
import { foldDiff } from "./fold-diff.ts";

test("leaves out what is far from a change and says how much", () => {
  const before = "a\nb\nc\nd\ne\nf\ng";
  const parts = foldDiff(diffLines(before, before.replace("d", "D")), 1);
  expect(parts.map((part) => (part.kind === "fold" ? part.count : part.lines.map(({ text }) => text)))).toEqual([
    2,
    ["c", "d", "D", "e"],
    2,
  ]);
});

test("equal texts fold away whole", () => {
  expect(foldDiff(diffLines("a\nb", "a\nb"), 3)).toEqual([{ kind: "fold", count: 2 }]);
});
