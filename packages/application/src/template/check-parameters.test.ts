import type { TemplateDocument } from "@fairlead/domain";
import { expect, test } from "vitest";
import { aService, aTemplate } from "../../../domain/testing/documents.ts";
import { checkParameters } from "./check-parameters.ts";

const SCHEMA = {
  type: "object",
  required: ["megabytes"],
  properties: {
    megabytes: { type: "integer", minimum: 1, maximum: 512 },
    mode: { enum: ["fast", "safe"], default: "safe" },
    name: { type: "string", pattern: "^(a+)+$" },
    tags: { type: "array", items: { type: "string" }, uniqueItems: true },
  },
};

function wrongWith(spec: object, parameters: TemplateDocument["spec"]["parameters"] = SCHEMA): string[] {
  return checkParameters(aService(spec), aTemplate({ parameters }), ["dev", "prod"]).map(
    ({ path, reason, remedy }) => `${path}: ${reason} → ${remedy}`,
  );
}

test("answers fit the template's questions, and everything that does not is told at once", () => {
  expect(wrongWith({ parameters: { megabytes: 64 } })).toEqual([]);
  expect(wrongWith({ parameters: { megabytes: 0, mode: "wild", tags: ["a", "a", 1], colour: "red" } })).toEqual([
    "spec.parameters.colour: is not something that this template asks → Take it out. There are megabytes, mode, name, tags.",
    "spec.parameters.megabytes: is below 1 → Give at least 1.",
    "spec.parameters.mode: is not one of the values offered → Choose one of fast, safe.",
    "spec.parameters.tags.2: is not text → Give text.",
    "spec.parameters.tags: has something twice → Give each once.",
  ]);
  expect(wrongWith({})).toEqual(["spec.parameters.megabytes: is missing → Answer it."]);
});

test("an answer that differs in one environment is told there", () => {
  const environments = { dev: {}, prod: { parameters: { megabytes: 1024 } } };
  expect(wrongWith({ parameters: { megabytes: 64 }, environments })).toEqual([
    "spec.environments.prod.parameters.megabytes: is above 512 → Give at most 512.",
  ]);
});

test("a template without further questions takes no answers to any", () => {
  const unanswered = checkParameters(aService({ parameters: { gpu: true } }), aTemplate(), ["dev"]);
  expect(unanswered.map(({ path }) => path)).toEqual(["spec.parameters.gpu"]);
  expect(checkParameters(aService(), aTemplate(), ["dev"])).toEqual([]);
});

test("neither a costly expression nor a schema that refers to itself holds anybody up", () => {
  const began = performance.now();
  expect(wrongWith({ parameters: { megabytes: 1, name: `${"a".repeat(5000)}b` } })).toHaveLength(1);
  expect(wrongWith({ parameters: { megabytes: 1 } }, { $ref: "#" })).toHaveLength(1);
  expect(wrongWith({ parameters: { megabytes: 1, name: "a".repeat(20_000) } })).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(2000);
});
