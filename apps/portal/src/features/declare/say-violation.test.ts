import { expect, test } from "vitest";
import { sayViolation } from "./say-violation.ts";

const say = (path: string, reason: string, field?: string) =>
  sayViolation({ path, reason }, field === undefined ? undefined : { path: field, label: "Label" });

test("a rule of a field gets its label as the subject, a policy speaks for itself", () => {
  expect(say("metadata.name", "is missing", "metadata.name")).toBe("Label is missing.");
  expect(say("spec.slo", "is missing")).toBe("spec.slo is missing.");
  expect(say("", "is too large")).toBe("The declaration is too large.");
  expect(say("spec.scale.min", "It runs with 1.", "spec.scale.min")).toBe("It runs with 1.");
});

test("what lies inside a field is named as what it is", () => {
  expect(say("spec.env.API_KEY", "looks like a key", "spec.env")).toBe("API_KEY looks like a key.");
  expect(say("spec.env.app.name", "is not a variable name", "spec.env")).toBe("app.name is not a variable name.");
  expect(say("spec.ports.1.name", "is there twice", "spec.ports")).toBe("Label, line 2, is there twice.");
});

test("a part of an answer is named as the form names it", () => {
  const field = {
    path: "spec.storage",
    label: "Volumes",
    parts: [{ path: "recoveryPoint", label: "Recovery point" }],
  };
  expect(sayViolation({ path: "spec.storage.0.recoveryPoint", reason: "cannot be kept" }, field)).toBe(
    "Recovery point, line 1, cannot be kept.",
  );
  expect(sayViolation({ path: "spec.storage.1.class", reason: "is not known" }, field)).toBe(
    "Volumes, line 2, is not known.",
  );
});

test("a violation of one environment that is mended for all keeps the label", () => {
  expect(say("spec.environments.prod.scale.min", "is below 1", "spec.scale.min")).toBe("Label is below 1.");
});
