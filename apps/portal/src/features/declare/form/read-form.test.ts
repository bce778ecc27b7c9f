import { runtimeSchema } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { expect, test } from "vitest";
import { readForm } from "./read-form.ts";

const { templates } = loadLibrary();
/** `parameters` are asked for one by one. */
const NOT_ASKED = ["parameters"];
const forms = templates.map(readForm);
const questionsOf = (name: string) =>
  forms.find(({ template }) => template.startsWith(`${name}@`))?.sections.flatMap(({ questions }) => questions) ?? [];

test("every question of the templates that ship has a control of its own", () => {
  expect(forms.length).toBeGreaterThanOrEqual(3);
  const plain = forms.flatMap(({ sections }) =>
    sections.flatMap(({ questions }) => questions.filter(({ control }) => control.kind === "json")),
  );
  expect(plain.map(({ path }) => path)).toEqual([]);
});

test("every field of a declaration that a template may ask for has a control of its own", () => {
  const [template] = templates;
  if (template === undefined) throw new Error("The library has no template.");
  const paths = Object.keys(runtimeSchema.shape)
    .filter((field) => !NOT_ASKED.includes(field))
    .map((field) => `spec.${field}`);
  const parts = ["spec.slo.availability", "spec.slo.latency", "spec.telemetry.metrics.port", "spec.health.startup"];
  const fields = [...paths, ...parts].map((path) => ({ path }));
  const asking = { ...template, spec: { ...template.spec, hidden: [], form: [{ section: "All", fields }] } };
  const questions = readForm(asking).sections[0]?.questions ?? [];
  expect(questions.filter(({ control }) => control.kind === "json").map(({ path }) => path)).toEqual([]);
  expect(questions).toHaveLength(fields.length);
});

test("a field that a template locks is shown; one that it opens to a role says to which", () => {
  const [template] = templates;
  if (template === undefined) throw new Error("The library has no template.");
  const form = [{ section: "Own", fields: [{ path: "spec.size" }, { path: "spec.scale.min" }, { path: "spec.tier" }] }];
  const locked = ["spec.size", "spec.scale"];
  const editableBy = { "spec.size": ["platform-engineer" as const] };
  const questions = readForm({ ...template, spec: { ...template.spec, form, locked, editableBy } }).sections[0]
    ?.questions;
  expect(questions?.map(({ path, locked, editableBy }) => [path, locked, editableBy])).toEqual([
    ["spec.size", false, ["platform-engineer"]],
    ["spec.scale.min", true, undefined],
    ["spec.tier", false, undefined],
  ]);
});

test("a question knows what holds where nobody answers", () => {
  const byPath = new Map(questionsOf("grpc-service").map(({ path, byDefault }) => [path, byDefault]));
  expect(byPath.get("spec.scale.min")).toBe(2);
  expect(byPath.get("spec.ports")).toEqual([{ name: "grpc", port: 50051, protocol: "grpc" }]);
  expect(byPath.get("spec.tier")).toBe(3);
  expect(byPath.get("spec.image")).toBeUndefined();
});

test("what a template hides is not asked", () => {
  const [template] = templates;
  if (template === undefined) throw new Error("The library has no template.");
  const hiding = { ...template, spec: { ...template.spec, hidden: ["spec.scale"] } };
  const paths = readForm(hiding).sections.flatMap(({ questions }) => questions.map(({ path }) => path));
  expect(paths.filter((path) => path.startsWith("spec.scale"))).toEqual([]);
});

test("a template's own questions get the control of their schema", () => {
  const [template] = templates;
  if (template === undefined) throw new Error("The library has no template.");
  const parameters = {
    type: "object",
    properties: {
      gpu: { type: "boolean" },
      flavour: { enum: ["a", "b"] },
      days: { type: "array", items: { enum: ["mon", "tue"] } },
      topics: { type: "array", title: "Topics", items: { type: "string" } },
      cache: { type: "object", properties: { ttl: { type: "string" }, shards: { type: "integer" } } },
      routes: { type: "array", items: { type: "object", properties: { to: { type: "string" } } } },
    },
  };
  const names = [...Object.keys(parameters.properties), "cache.shards"];
  const form = [{ section: "Own", fields: names.map((name) => ({ path: `parameters.${name}` })) }];
  const questions = readForm({ ...template, spec: { ...template.spec, parameters, form } }).sections[0]?.questions;
  expect(questions?.map(({ path, control }) => [path, control.kind])).toEqual([
    ["spec.parameters.gpu", "choice"],
    ["spec.parameters.flavour", "choice"],
    ["spec.parameters.days", "several"],
    ["spec.parameters.topics", "list"],
    ["spec.parameters.cache", "group"],
    ["spec.parameters.routes", "rows"],
    ["spec.parameters.cache.shards", "number"],
  ]);
  expect(questions?.[3]?.label).toBe("Topics");
});
