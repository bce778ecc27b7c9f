import { expect, test } from "vitest";
import { placeViolations } from "./place-violations.ts";

const FIELDS = ["metadata.name", "spec.scale.min", "spec.ports", "spec.environments.prod.scale.min"];
const violation = (path: string) => ({ path, reason: "is wrong", remedy: "Mend it.", severity: "error" as const });

function fieldOf(path: string, draft: Record<string, unknown> = {}, environment = "dev"): string | undefined {
  const { byField } = placeViolations([violation(path)], FIELDS, draft, environment);
  return [...byField.keys()][0];
}

test("a violation stands at the field that holds its path", () => {
  expect(fieldOf("metadata.name")).toBe("metadata.name");
  expect(fieldOf("spec.ports.0.port")).toBe("spec.ports");
  expect(fieldOf("spec.portsy")).toBeUndefined();
});

test("what an environment answers for itself is mended there", () => {
  const own = { spec: { environments: { prod: { scale: { min: 2 } } } } };
  expect(fieldOf("spec.scale.min", own, "prod")).toBe("spec.environments.prod.scale.min");
  expect(fieldOf("spec.scale.min", own, "dev")).toBe("spec.scale.min");
  expect(fieldOf("spec.environments.prod.scale.min", own)).toBe("spec.environments.prod.scale.min");
});

test("else at the answer for all", () => {
  expect(fieldOf("spec.scale.min", {}, "prod")).toBe("spec.scale.min");
  expect(fieldOf("spec.environments.prod.scale.min")).toBe("spec.scale.min");
});

test("what no field holds is not lost", () => {
  const { others } = placeViolations([violation("spec.slo"), violation("")], FIELDS, {}, "dev");
  expect(others).toHaveLength(2);
});
