import { expect, test } from "vitest";
import { aService, aTemplate } from "../../testing/documents.ts";
import type { ServiceDocument } from "../document/service/spec.ts";
import type { Holds } from "./check-answers.ts";
import { unaskedAnswers } from "./unasked-answers.ts";

const template = aTemplate({
  form: [{ section: "Own", fields: [{ path: "parameters.cacheSize", label: "Cache size", when: "cache" }] }],
});
/** Asked where there is a cache; in `later` that cannot be told. */
const holds: Holds = (_, { parameters }, environment) =>
  environment === "later" ? undefined : parameters?.cache === true;

function unasked(spec: Partial<ServiceDocument["spec"]>, environments = ["dev", "prod"]) {
  return unaskedAnswers(aService(spec), template, environments, holds).map(({ path }) => path);
}

test("an answer to a question that is asked nowhere is told", () => {
  expect(unasked({ parameters: { cacheSize: 5 } })).toEqual(["spec.parameters.cacheSize"]);
  expect(unasked({ parameters: { cache: true, cacheSize: 5 } })).toEqual([]);
});

test("an answer for all stays as long as one environment asks for it", () => {
  const environments = { dev: {}, prod: { parameters: { cache: true } } };
  expect(unasked({ parameters: { cacheSize: 5 }, environments })).toEqual([]);
});

test("what an environment answers for itself is told there", () => {
  const environments = { dev: { parameters: { cache: false, cacheSize: 1 } }, prod: {} };
  expect(unasked({ parameters: { cache: true }, environments })).toEqual([
    "spec.environments.dev.parameters.cacheSize",
  ]);
});

test("where it cannot be told whether something is asked, nothing is wrong", () => {
  expect(unasked({ parameters: { cacheSize: 5 } }, ["later"])).toEqual([]);
});
