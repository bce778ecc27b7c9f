import { expect, test } from "vitest";
import type { CallViolation } from "../../../browser/problem.ts";
import { sortViolations } from "./sort-violations.ts";

const missing = (path: string): CallViolation => ({
  path,
  reason: "is missing",
  remedy: "Give it.",
  severity: "error",
});
const sort = (violations: CallViolation[], seen: string[] = []) =>
  sortViolations({
    violations,
    fields: ["metadata.name", "spec.image", "spec.scale.min"],
    draft: {},
    environment: "dev",
    wasSeen: (field) => seen.includes(field),
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
  expect(sort([refused]).atField.get("spec.scale.min")).toBe(refused);
});

test("errors come before warnings, and a warning is no mistake of its field", () => {
  const warning: CallViolation = { path: "metadata.name", reason: "is odd", remedy: "Look.", severity: "warning" };
  const { atField, listed } = sort([warning, missing("spec.image")], ["spec.image"]);
  expect(listed.map(({ violation }) => violation.severity)).toEqual(["error", "warning"]);
  expect(atField.has("metadata.name")).toBe(false);
});
