import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument, exampleService, type TemplateDocument } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import { describe, expect, test } from "vitest";
import { goldenCases } from "../testing/golden-case.ts";

const TEMPLATES = join(import.meta.dirname, "../library/templates");

function shippedTemplates(): TemplateDocument[] {
  return readdirSync(TEMPLATES).flatMap((file) => {
    const { documents } = readYaml(readFileSync(join(TEMPLATES, file), "utf8"));
    const { document } = checkDocument(documents[0]?.value);
    return document?.kind === "Template" ? [document] : [];
  });
}

// A template's page shows its example as what a service gets: these are the ones whose output a reviewer has seen.
describe("what a template's page shows as its example is a golden case: golden/example-of-<template>", () => {
  const cases = new Map(goldenCases().map((golden) => [golden.name, golden.input]));
  test.each(
    shippedTemplates()
      .filter(({ spec }) => spec.workload !== "None")
      .map((template) => [template.metadata.name, template] as const),
  )("%s", (name, template) => {
    const input = cases.get(`example-of-${name}`);
    expect(input?.template).toEqual(template);
    expect(input?.service).toEqual(exampleService(template));
  });
});
