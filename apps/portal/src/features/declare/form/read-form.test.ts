import { loadLibrary } from "@fairlead/library";
import { expect, test } from "vitest";
import { readForm } from "./read-form.ts";

const { templates } = loadLibrary();
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
  const parameters = { type: "object", properties: { gpu: { type: "boolean" }, flavour: { enum: ["a", "b"] } } };
  const form = [{ section: "Own", fields: [{ path: "parameters.gpu" }, { path: "parameters.flavour" }] }];
  const questions = readForm({ ...template, spec: { ...template.spec, parameters, form } }).sections[0]?.questions;
  expect(questions?.map(({ path, control }) => [path, control.kind])).toEqual([
    ["spec.parameters.gpu", "choice"],
    ["spec.parameters.flavour", "choice"],
  ]);
});
