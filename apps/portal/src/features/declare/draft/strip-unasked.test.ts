import { expect, test } from "vitest";
import type { Form, Question } from "../form/question.ts";
import { stripUnasked } from "./strip-unasked.ts";

const question = (path: string): Question => ({
  path,
  label: path,
  control: { kind: "hosts" },
  required: false,
  more: false,
  locked: false,
});

test("the answer to a question that is no longer asked is never submitted", () => {
  const form: Form = {
    template: "web-service@1.0.0",
    title: "",
    description: "",
    sections: [{ title: "", questions: [question("spec.expose.hosts"), question("spec.image")] }],
    defaults: {},
    prefilled: [],
  };
  const draft = { spec: { expose: { to: "platform", hosts: ["a.example.com"] }, image: "a:b" } };
  const stripped = stripUnasked(draft, form, ({ path }) => path !== "spec.expose.hosts");
  expect(stripped).toEqual({ spec: { expose: { to: "platform" }, image: "a:b" } });
});
