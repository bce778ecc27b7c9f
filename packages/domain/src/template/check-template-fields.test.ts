import { describe, expect, test } from "vitest";
import { aTemplate } from "../../testing/documents.ts";
import { type TemplateDocument, templateSchema } from "../document/template.ts";
import { checkTemplateFields } from "./check-template-fields.ts";

function templateWith(spec: object): TemplateDocument {
  const base = aTemplate();
  return templateSchema.parse({ ...base, spec: { ...base.spec, ...spec } });
}

/** `path: reason → remedy` of all that is wrong. */
function wrongWith(spec: object, environments?: readonly string[]): string[] {
  return checkTemplateFields(templateWith(spec), environments).map(
    ({ path, reason, remedy }) => `${path}: ${reason} → ${remedy}`,
  );
}

const asks = (...fields: object[]) => ({ form: [{ section: "All", fields }] });

describe("a path that leads nowhere is told, with what was meant", () => {
  test("in a question", () => {
    expect(wrongWith(asks({ path: "spec.scael.min" }, { path: "spec.scale.minimum" }))).toEqual([
      "spec.form.0.fields.0.path: spec.scael.min is not a field of a declaration → Did you mean spec.scale?",
      "spec.form.0.fields.1.path: spec.scale.minimum is not a field of a declaration → spec.scale has min, max, cpuPercent.",
    ]);
  });
  test("in locked, hidden and editableBy", () => {
    const spec = { locked: ["spec.telemetry.log"], hidden: ["spec.size.cpu"], editableBy: { "spec.siz": ["auditor"] } };
    expect(wrongWith(spec)).toEqual([
      "spec.locked.0: spec.telemetry.log is not a field of a declaration → Did you mean spec.telemetry.logs?",
      "spec.hidden.0: spec.size.cpu is not a field of a declaration → spec.size has no fields of its own.",
      "spec.editableBy.spec.siz: spec.siz is not a field of a declaration → Did you mean spec.size?",
    ]);
  });
  test("among the further questions", () => {
    const parameters = { type: "object", properties: { cache: { type: "object", properties: { size: {} } } } };
    const form = asks(
      { path: "parameters.cache.size" },
      { path: "parameters.cahce" },
      { path: "parameters.cache.ttl" },
    );
    expect(wrongWith({ ...form, parameters })).toEqual([
      "spec.form.0.fields.1.path: parameters.cahce is not a field of a declaration → Did you mean parameters.cache?",
      "spec.form.0.fields.2.path: parameters.cache.ttl is not a field of a declaration → parameters.cache has size.",
    ]);
  });
  test("and one through shapes of which a declaration chooses is fine", () => {
    expect(wrongWith(asks({ path: "spec.health.ready.http.path" }, { path: "metadata.links" }))).toEqual([]);
  });
});

test("what is asked cannot be hidden, and some things are never asked", () => {
  expect(
    wrongWith({ ...asks({ path: "spec.scale.min" }, { path: "spec.environments" }), hidden: ["spec.scale"] }),
  ).toEqual([
    "spec.form.0.fields.1.path: spec.environments is not a template's to ask → Take the question out.",
    "spec.form.0.fields.0.path: spec.scale.min is asked and hidden → Ask it, or hide it.",
  ]);
});

test("a default fits its field and its bounds", () => {
  const form = asks(
    { path: "spec.expose.to", default: "everybody" },
    { path: "spec.scale.min", default: 1, bounds: { "*": { min: 2 } } },
  );
  expect(wrongWith(form)).toEqual([
    "spec.form.0.fields.0.default: is not one of the values offered → Choose one of nobody, team, platform, public.",
    "spec.form.0.fields.1.default: 1 is outside of its own bounds → Give a default within the bounds.",
  ]);
});

test("bounds go with numbers and known environments", () => {
  const form = asks(
    { path: "spec.expose.to", bounds: { prod: { min: 1 } } },
    { path: "spec.scale.min", bounds: { pord: { min: 1 }, dev: { min: 3, max: 2 } } },
  );
  expect(wrongWith(form, ["dev", "prod"])).toEqual([
    "spec.form.0.fields.0.bounds: spec.expose.to is not a number → Bounds go with numbers: take them out.",
    "spec.form.0.fields.1.bounds.dev.max: is lower than the minimum → Raise the maximum, or lower the minimum.",
    "spec.form.0.fields.1.bounds.pord: there is no environment named pord → Did you mean prod?",
  ]);
});

test("defaults fit together, but for what a question will still say", () => {
  const ports = [{ name: "http", port: 8080, protocol: "http" }];
  const health = { ready: { tcp: { port: "web" } } };
  expect(wrongWith({ form: [], defaults: { spec: { ports, health } } })).toEqual([
    "spec.defaults.spec.health.ready.tcp.port: web is not one of the ports → Choose one of http.",
  ]);
  const exposed = { ports, expose: { to: "public" } };
  expect(wrongWith({ ...asks({ path: "spec.expose.hosts" }), defaults: { spec: exposed } })).toEqual([]);
});
