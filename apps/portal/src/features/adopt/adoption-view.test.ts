import { expect, test } from "vitest";
import { countOf, saidOnce } from "./adoption-view.ts";

const finding = (path: string, outcome: "understood" | "changed" | "left", words: string) => ({
  object: "Deployment/cart",
  path,
  value: 1,
  outcome,
  words,
});

test("a sentence that holds for several fields is said once, what holds for most first", () => {
  const findings = [
    finding("a", "left", "Rare."),
    finding("b", "left", "Often."),
    finding("c", "left", "Often."),
    finding("d", "changed", "Often."),
  ];
  expect(saidOnce(findings, "left").map(({ words, fields }) => [words, fields.map(({ path }) => path)])).toEqual([
    ["Often.", ["b", "c"]],
    ["Rare.", ["a"]],
  ]);
  expect(countOf(findings, "changed")).toBe(1);
});
