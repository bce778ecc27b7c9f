import { expect, test } from "vitest";
import type { CallViolation } from "../../../browser/problem.ts";
import { sortViolations } from "./sort-violations.ts";

const missing = (path: string): CallViolation => ({
  path,
  reason: "is missing",
  remedy: "Give it.",
  severity: "error",
});
const sort = (violations: CallViolation[], seen: string[] = [], suggested: string[] = []) =>
  sortViolations({
    violations,
    fields: ["metadata.name", "spec.image", "spec.scale.min"],
    draft: {},
    environment: "dev",
    wasSeen: (field) => seen.includes(field),
    isSuggested: (field) => suggested.includes(field),
  });

test("an answer that nobody was asked for yet is open, not wrong", () => {
  const { atField, listed, open } = sort([missing("metadata.name"), missing("spec.image")], ["spec.image"]);
  expect(open).toEqual(["metadata.name"]);
  expect([...atField.keys()]).toEqual(["spec.image"]);
  expect(listed.map(({ field }) => field)).toEqual(["spec.image"]);
});

test("what a policy refuses is shown at once", () => {
  const refused: CallViolation = {
    path: "spec.scale.min",
    reason: "It runs with 1.",
    remedy: "Raise it.",
    severity: "error",
    policy: "availability-minimum",
  };
  const { atField, listed, toSettle } = sort([refused], [], ["spec.scale.min"]);
  expect(atField.get("spec.scale.min")).toBe(refused);
  expect(listed).toHaveLength(1);
  expect([...toSettle]).toEqual([]);
});

test("what the template suggests and does not do here is to settle at its field, until somebody was there", () => {
  const unkept: CallViolation = { ...missing("spec.scale.min"), reason: "cannot be kept: there are no backups" };
  const fresh = sort([unkept], [], ["spec.scale.min"]);
  expect([...fresh.toSettle]).toEqual(["spec.scale.min"]);
  expect(fresh.atField.get("spec.scale.min")).toBe(unkept);
  expect(fresh.listed).toEqual([]);
  const seen = sort([unkept], ["spec.scale.min"], ["spec.scale.min"]);
  expect([...seen.toSettle]).toEqual([]);
  expect(seen.listed).toHaveLength(1);
});

test("errors come before warnings, and a warning is no mistake of its field", () => {
  const warning: CallViolation = { path: "metadata.name", reason: "is odd", remedy: "Look.", severity: "warning" };
  const { atField, listed } = sort([warning, missing("spec.image")], ["spec.image"]);
  expect(listed.map(({ violation }) => violation.severity)).toEqual(["error", "warning"]);
  expect(atField.has("metadata.name")).toBe(false);
});
