import { expect, test } from "vitest";
import { aService, aTemplate } from "../../testing/documents.ts";
import type { ServiceDocument } from "../document/service/spec.ts";
import type { FormField, TemplateDocument } from "../document/template.ts";
import { checkAnswers } from "./check-answers.ts";

const asking = (...fields: FormField[]) => aTemplate({ form: [{ section: "How it runs", fields }] });

function wrongWith(spec: Partial<ServiceDocument["spec"]>, template: TemplateDocument, environments = ["dev", "prod"]) {
  const violations = checkAnswers(aService(spec), template, environments, (when) => when === "true");
  return violations.map(({ path, reason }) => `${path}: ${reason}`);
}

test("a number keeps within the bounds of its environment, said where it stands", () => {
  const template = asking({ path: "spec.scale.min", bounds: { prod: { min: 3 }, "*": { max: 10 } } });
  expect(wrongWith({ scale: { min: 2 } }, template)).toEqual([
    "spec.scale.min: is 2, less than the 3 that goes with web-service in prod",
  ]);
  expect(wrongWith({ environments: { prod: { scale: { min: 1 } } } }, template)).toEqual([
    "spec.environments.prod.scale.min: is 1, less than the 3 that goes with web-service in prod",
  ]);
  expect(wrongWith({ scale: { min: 11, max: 11 } }, template)).toHaveLength(2);
  expect(wrongWith({ scale: { min: 3 } }, template)).toEqual([]);
});

test("what is out of bounds can be mended with one click, there and nowhere else", () => {
  const template = asking({ path: "spec.scale.min", bounds: { prod: { min: 3 } } });
  const [violation] = checkAnswers(aService(), template, ["prod"], () => true);
  expect(violation?.fix).toEqual({ label: "Use 3 in prod", patch: { environments: { prod: { scale: { min: 3 } } } } });
});

test("a question that must be answered is, while it is asked", () => {
  const image: FormField = { path: "spec.image", required: true };
  expect(wrongWith({}, asking(image))).toEqual(["spec.image: is missing"]);
  expect(wrongWith({ image: "a:1" }, asking(image))).toEqual([]);
  expect(wrongWith({}, asking({ ...image, when: "false" }))).toEqual([]);
  expect(wrongWith({}, asking({ path: "parameters.gpu", required: true }))).toEqual([
    "spec.parameters.gpu: is missing",
  ]);
});

test("a template's default answers a question", () => {
  expect(wrongWith({}, asking({ path: "spec.scale.min", required: true }))).toEqual([]);
});

test("what a template hides cannot be said, for no environment", () => {
  const template = aTemplate({ hidden: ["spec.schedule", "spec.storage"] });
  const schedule = { cron: "0 3 * * *" };
  expect(wrongWith({ schedule, environments: { dev: { storage: [] } } }, template)).toEqual([
    "spec.schedule: is not something that web-service offers",
    "spec.environments.dev.storage: is not something that web-service offers",
  ]);
});

test("what a template locks stays as it is, unless a role may open it", () => {
  const locked = ["spec.scale.max"];
  expect(wrongWith({ scale: { max: 5 } }, aTemplate({ locked }))).toEqual([
    "spec.scale.max: is decided by web-service",
  ]);
  expect(wrongWith({ scale: { max: 4 } }, aTemplate({ locked }))).toEqual([]);
  const editableBy = { "spec.scale.max": ["platform-engineer" as const] };
  expect(wrongWith({ scale: { max: 5 } }, aTemplate({ locked, editableBy }))).toEqual([]);
});

test("what no longer fits can be taken out with one click, where it was said", () => {
  const template = aTemplate({ hidden: ["spec.schedule"] });
  const spec = { environments: { dev: { schedule: { cron: "0 3 * * *" } } } };
  const [violation] = checkAnswers(aService(spec), template, ["dev"], () => true);
  expect(violation?.fix).toEqual({ label: "Take it out", patch: { environments: { dev: { schedule: null } } } });
});

test("an environment cannot take away what a template locks", () => {
  const template = aTemplate({ locked: ["spec.scale.min"] });
  expect(wrongWith({ environments: { prod: { scale: null } } }, template)).toEqual([
    "spec.environments.prod.scale.min: is decided by web-service",
  ]);
});
