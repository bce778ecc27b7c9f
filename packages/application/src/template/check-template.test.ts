import { type TemplateDocument, templateSchema } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { describe, expect, test } from "vitest";
import { aTemplate } from "../../../domain/testing/documents.ts";
import { checkTemplate } from "./check-template.ts";

const text = (expression: string) => `\${${expression}}`;

function templateWith(spec: object): TemplateDocument {
  const base = aTemplate();
  return templateSchema.parse({ ...base, spec: { ...base.spec, ...spec } });
}

function wrongWith(spec: object): string[] {
  return checkTemplate(templateWith(spec)).map(({ path, reason, remedy }) => `${path}: ${reason} → ${remedy}`);
}

test("every template that ships is right", () => {
  const { templates, environments } = loadLibrary();
  const names = environments.map(({ metadata }) => metadata.name);
  expect(templates.flatMap((template) => checkTemplate(template, names))).toEqual([]);
});

describe("expressions", () => {
  test("that do not compile are told with the place in them", () => {
    const form = [{ section: "All", fields: [{ path: "spec.scale.min", when: "spec.tier ==" }] }];
    const [first = "", ...rest] = wrongWith({ form });
    expect(first).toMatch(/^spec\.form\.0\.fields\.0\.when: is not an expression that can be used: /);
    expect(rest).toEqual([]);
  });

  test("that are no condition, or name what nobody knows", () => {
    const patches = [
      { when: "'always'", target: { kind: "Deployment" }, merge: {} },
      { when: "enviroment.production", target: { kind: "Deployment" }, merge: {} },
    ];
    expect(wrongWith({ patches }).map((line) => line.slice(0, 80))).toEqual([
      "spec.patches.0.when: is not an expression that can be used: The condition is nei",
      "spec.patches.1.when: is not an expression that can be used: Unknown variable: en",
    ]);
  });

  test("read only fields that can be there", () => {
    const parameters = { type: "object", properties: { cache: { type: "integer", default: 1 } } };
    const merge = {
      metadata: { annotations: { a: text("spec.scael.min"), b: text("parameters.cahce"), c: text("environment.nam") } },
    };
    expect(wrongWith({ parameters, patches: [{ target: { kind: "Deployment" }, merge }] })).toEqual([
      "spec.patches.0.merge.metadata.annotations.a: reads spec.scael, which is never there → Did you mean spec.scale?",
      "spec.patches.0.merge.metadata.annotations.b: reads parameters.cahce, which is never there → Did you mean parameters.cache?",
      "spec.patches.0.merge.metadata.annotations.c: reads environment.nam, which is never there → Did you mean environment.name?",
    ]);
  });
});

describe("further questions", () => {
  test("are JSON Schema 2020-12", () => {
    expect(wrongWith({ parameters: { type: "object", properties: { cache: { type: "bool" } } } })[0]).toMatch(
      /^spec\.parameters: is not JSON Schema 2020-12: /,
    );
    expect(wrongWith({ parameters: { properties: { a: { pattern: "(?=x)" } } } })[0]).toMatch(/invalid|unsupported/i);
    expect(wrongWith({ parameters: { properties: { a: { $ref: "https://example.com/a.json" } } } })[0]).toMatch(
      /https:/,
    );
  });

  test("have defaults that fit", () => {
    const parameters = { type: "object", properties: { cache: { type: "integer", minimum: 1, default: 0 } } };
    const form = [{ section: "All", fields: [{ path: "parameters.cache", default: "much" }] }];
    expect(wrongWith({ parameters, form })).toEqual([
      "spec.parameters.properties.cache.default: is below 1 → Give at least 1.",
      "spec.form.0.fields.0.default: is not a whole number → Give a whole number.",
    ]);
  });
});

test("patches aim at what is a template's to change", () => {
  const patches = [
    { target: { kind: "Deployement" }, merge: { spec: { minReadySeconds: 5 } } },
    { target: { kind: "NetworkPolicy" }, merge: { spec: { ingress: [{}] } } },
    { target: { kind: "NetworkPolicy" }, merge: { metadata: { annotations: { a: "b" } } } },
  ];
  expect(wrongWith({ patches }).map((line) => line.split(" → ")[0])).toEqual([
    "spec.patches.0.target.kind: Deployement is made by the platform alone: what a patch changes there is put back",
    "spec.patches.1.target.kind: NetworkPolicy is made by the platform alone: what a patch changes there is put back",
  ]);
});

test("extras are objects that a delivery can bring", () => {
  const extras = [
    { object: { kind: "ConfigMap" } },
    { object: { apiVersion: "v1", kind: "Namespace", metadata: { name: "x" } } },
  ];
  expect(wrongWith({ extras }).map((line) => line.split(" → ")[0])).toEqual([
    "spec.extras.0.object.apiVersion: is missing",
    "spec.extras.0.object.metadata.name: is missing",
    "spec.extras.1.object.kind: Namespace is nothing that a delivery may write: it would reach beyond the service",
  ]);
});
