import { expect, test } from "vitest";
import { sayViolation } from "./say-violation.ts";

test("a rule of a field gets its label as the subject, a policy speaks for itself", () => {
  expect(sayViolation({ path: "metadata.name", reason: "is missing" }, "Name")).toBe("Name is missing.");
  expect(sayViolation({ path: "spec.slo", reason: "is missing" }, undefined)).toBe("spec.slo is missing.");
  expect(sayViolation({ path: "", reason: "is too large" }, undefined)).toBe("The declaration is too large.");
  expect(sayViolation({ path: "spec.scale.min", reason: "It runs with 1." }, "At least")).toBe("It runs with 1.");
});
