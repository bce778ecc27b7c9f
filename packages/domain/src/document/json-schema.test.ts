import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readYaml } from "@fairlead/yaml";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS, type DocumentKind } from "./document.ts";
import { documentJsonSchema } from "./json-schema.ts";

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const ROOT = join(import.meta.dirname, "../../../..");

const validators = new Map(DOCUMENT_KINDS.map((kind) => [kind, ajv.compile(documentJsonSchema(kind))]));

function validator(kind: DocumentKind) {
  const found = validators.get(kind);
  if (found === undefined) throw new Error(`There is no schema of ${kind}`);
  return found;
}

describe("the JSON Schema of", () => {
  test.each(DOCUMENT_KINDS)("%s is JSON Schema 2020-12, and takes nothing that is empty", (kind) => {
    expect(documentJsonSchema(kind).$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(validator(kind)({})).toBe(false);
  });
});

test("what ships and the example shop fit their schemas", () => {
  const folders = [
    "packages/manifests/library/templates",
    "packages/manifests/library/environments",
    "examples/online-boutique",
  ];
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => join(ROOT, folder, name)),
  );
  const documents = files.flatMap((file) =>
    readYaml(readFileSync(file, "utf8")).documents.map(({ value }) => ({ file, value })),
  );
  const wrong = documents.flatMap(({ file, value }) => {
    const kind = DOCUMENT_KINDS.find((name) => name === Reflect.get(Object(value), "kind")) ?? "Service";
    const check = validator(kind);
    return check(value) ? [] : [`${file}: ${ajv.errorsText(check.errors)}`];
  });
  expect(files.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});

test("an unknown field is refused by the editor as by the check", () => {
  const check = validator("System");
  expect(
    check({
      apiVersion: "fairlead.dev/v1alpha1",
      kind: "System",
      metadata: { name: "shop" },
      spec: { owner: "a-team", colour: "red" },
    }),
  ).toBe(false);
});
