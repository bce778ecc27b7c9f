import { expect, test } from "vitest";
import { aService, aTemplate } from "../../testing/documents.ts";
import type { ServiceDocument } from "../document/service/spec.ts";
import { restrictedChanges } from "./restricted-changes.ts";

const template = aTemplate({ editableBy: { "spec.size": ["platform-engineer"], "spec.scale.max": ["maintainer"] } });

function refused(
  before: Partial<ServiceDocument["spec"]> | undefined,
  after: Partial<ServiceDocument["spec"]>,
  roles: readonly string[] = [],
) {
  return restrictedChanges({
    before: before && aService(before),
    after: aService(after),
    template,
    refusal: (wanted) => (wanted.some((role) => roles.includes(role)) ? undefined : `a ${wanted[0]}`),
  }).map(({ path, reason, remedy }) => `${path} ${reason}. ${remedy}`);
}

const SIZE = "spec.size is for a platform-engineer to change. Leave it at small, or ask a platform-engineer.";

test("a field that is for some roles stays as the template says, for everybody else", () => {
  expect(refused(undefined, { size: "large" })).toEqual([SIZE]);
  expect(refused(undefined, { size: "small" })).toEqual([]);
  expect(refused(undefined, { size: "large" }, ["platform-engineer"])).toEqual([]);
});

test("what somebody with the role decided is kept by those without it", () => {
  expect(refused({ size: "large" }, { size: "large", scale: { min: 3 } })).toEqual([]);
  expect(refused({ size: "large" }, {})).toHaveLength(1);
});

test("no environment is a way around it, neither by an answer nor by taking one away", () => {
  expect(refused({}, { environments: { prod: { size: "large" } } })).toEqual([
    SIZE.replace("spec.size", "spec.environments.prod.size"),
  ]);
  expect(refused({}, { environments: { prod: { scale: null } } })).toHaveLength(1);
  expect(refused({ environments: { prod: { size: "large" } } }, { environments: { prod: {} } })).toHaveLength(1);
});

test("a change everywhere is told once, and each field by its own roles", () => {
  const after = { size: "large", scale: { max: 9 }, environments: { dev: {}, prod: {} } };
  expect(refused({}, after)).toHaveLength(2);
  expect(refused({}, after, ["maintainer"])).toEqual([SIZE]);
});
