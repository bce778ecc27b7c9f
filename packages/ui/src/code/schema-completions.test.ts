import { expect, test } from "vitest";
import { schemaCompletions } from "./schema-completions.ts";

const FIELD = {
  type: "object",
  properties: { path: { type: "string", description: "Which field." }, more: { type: "boolean" } },
};
const SCHEMA = {
  type: "object",
  properties: {
    kind: { const: "Template" },
    spec: {
      type: "object",
      properties: {
        workload: { enum: ["Deployment", "CronJob"] },
        form: { type: "array", items: { properties: { section: {}, fields: { type: "array", items: FIELD } } } },
        sizes: { additionalProperties: { properties: { cpu: {}, memory: {} } } },
        health: { anyOf: [{ properties: { http: {} } }, { properties: { tcp: {} } }] },
      },
    },
  },
};

/** What is offered where `|` stands. */
function offered(text: string): string[] {
  const at = text.indexOf("|");
  const found = schemaCompletions(SCHEMA, text.replace("|", ""), at);
  return found?.options.map(({ label }) => label) ?? [];
}

test("names of fields, wherever one may stand", () => {
  expect(offered("|")).toEqual(["kind", "spec"]);
  expect(offered("kind: Template\nspec:\n  wor|")).toEqual(["workload", "form", "sizes", "health"]);
  expect(offered("spec:\n  sizes:\n    small:\n      |")).toEqual(["cpu", "memory"]);
  expect(offered("spec:\n  health:\n    |")).toEqual(["http", "tcp"]);
});

test("inside lists, however far they are indented", () => {
  expect(offered("spec:\n  form:\n    - |")).toEqual(["section", "fields"]);
  expect(offered("spec:\n  form:\n    - section: A\n      fields:\n        - path: x\n          m|")).toEqual([
    "path",
    "more",
  ]);
  expect(offered("spec:\n  form:\n  - section: A\n    fields:\n    - path: x\n      more: true\n    - |")).toEqual([
    "path",
    "more",
  ]);
  expect(offered("spec:\n  form:\n    - section: A\n      fields:\n        - path: x\n  |")).toEqual([
    "workload",
    "form",
    "sizes",
    "health",
  ]);
});

test("values where there are few, and nothing where nobody knows", () => {
  expect(offered("spec:\n  workload: D|")).toEqual(["Deployment", "CronJob"]);
  expect(offered("spec:\n  form:\n    - fields:\n        - more: |")).toEqual(["true", "false"]);
  expect(offered("spec:\n  nobody:\n    |")).toEqual([]);
  expect(offered("spec: {work|")).toEqual([]);
});
