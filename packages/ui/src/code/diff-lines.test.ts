import fc from "fast-check";
import { expect, test } from "vitest";
import { changedLines, diffLines } from "./diff-lines.ts";

const signs = { same: " ", removed: "-", added: "+" } as const;
const show = (before: string, after: string) => diffLines(before, after).map(({ kind, text }) => signs[kind] + text);

test("finds the shortest difference around what both have", () => {
  expect(show("a\nb\nc\nd\n", "a\nc\nx\nd\n")).toEqual([" a", "-b", " c", "+x", " d"]);
});

test("an empty text adds or removes everything", () => {
  expect(show("", "a\nb\n")).toEqual(["+a", "+b"]);
  expect(show("a\n", "")).toEqual(["-a"]);
});

test("numbers lines from one on each side", () => {
  expect(diffLines("a\nb", "b")).toEqual([
    { kind: "removed", text: "a", before: 1 },
    { kind: "same", text: "b", before: 2, after: 1 },
  ]);
});

test("says which lines are new", () => {
  expect(changedLines("spec:\n  replicas: 2\n", "spec:\n  replicas: 3\n  paused: true\n")).toEqual([2, 3]);
});

const texts = fc.array(fc.constantFrom("a", "b", "c", "  d: 1"), { maxLength: 12 }).map((lines) => lines.join("\n"));

test("each side can be read back from the difference", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const lines = diffLines(before, after);
      const side = (not: string) => lines.filter(({ kind }) => kind !== not).map(({ text }) => text);
      expect(side("added").join("\n")).toBe(before);
      expect(side("removed").join("\n")).toBe(after);
    }),
  );
});

test("texts too long to compare line by line are still told truly", () => {
  const before = Array.from({ length: 2500 }, (_, i) => `left ${i}`).join("\n");
  const after = Array.from({ length: 2500 }, (_, i) => `right ${i}`).join("\n");
  expect(diffLines(before, after)).toHaveLength(5000);
});
