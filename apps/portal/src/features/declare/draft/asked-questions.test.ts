import { expect, test } from "vitest";
import { evaluateWhen } from "../evaluate-when.ts";
import type { Form, Question } from "../form/question.ts";
import { unaskedQuestions } from "./asked-questions.ts";
import { stripUnasked } from "./strip-unasked.ts";

const question = (name: string, when?: string): Question => ({
  path: `spec.parameters.${name}`,
  label: name,
  control: { kind: "text" },
  required: false,
  more: false,
  locked: false,
  when,
});
const form = (...questions: Question[]): Form => ({
  template: "web-service@1.0.0",
  title: "",
  description: "",
  sections: [{ title: "", questions }],
  defaults: { expose: { to: "platform" } },
  prefilled: [],
  offPlatform: false,
  fit: [],
});

const chain = form(
  question("cache"),
  question("size", "has(parameters.cache) && parameters.cache == 'own'"),
  question("shards", "has(parameters.size) && int(parameters.size) > 4"),
);
const answered = (parameters: Record<string, unknown>) => ({ spec: { parameters } });
const unasked = (draft: Record<string, unknown>) => [...unaskedQuestions(chain, draft, evaluateWhen)];

test("a question that hangs on one that is not asked is not asked either, whatever was answered before", () => {
  expect(unasked(answered({ cache: "own", size: "8", shards: "2" }))).toEqual([]);
  expect(unasked(answered({ cache: "shared", size: "8", shards: "2" }))).toEqual([
    "spec.parameters.size",
    "spec.parameters.shards",
  ]);
});

test("none of their answers is in what is submitted, in no environment", () => {
  const draft = {
    spec: {
      parameters: { cache: "shared", size: "8", shards: "2" },
      environments: { dev: {}, prod: { parameters: { size: "9" } } },
    },
  };
  expect(stripUnasked(draft, unaskedQuestions(chain, draft, evaluateWhen))).toEqual({
    spec: { parameters: { cache: "shared" }, environments: { dev: {}, prod: {} } },
  });
});

test("the template's default counts where nobody answered", () => {
  const hosts = form(question("hosts", "spec.expose.to == 'public'"));
  expect(unaskedQuestions(hosts, {}, evaluateWhen).size).toBe(1);
  expect(unaskedQuestions(hosts, { spec: { expose: { to: "public" } } }, evaluateWhen).size).toBe(0);
});
