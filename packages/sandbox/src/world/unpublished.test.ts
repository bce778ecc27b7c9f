import { loadLibrary } from "@fairlead/library";
import { expect, test } from "vitest";
import { unpublished } from "./unpublished.ts";

test("a version that is published already is left as it is; other versions and templates are new", async () => {
  const { templates } = loadLibrary();
  const published = new Map([
    ["web-service", ["1.0.0"]],
    ["worker", ["0.9.0"]],
  ]);
  const versions = async (name: string) =>
    (published.get(name) ?? []).map((version) => ({ version, publishedAt: new Date(0), note: "" }));
  const names = (await unpublished({ versions }, templates)).map(({ metadata }) => metadata.name);
  expect(names).toEqual(templates.map(({ metadata }) => metadata.name).filter((name) => name !== "web-service"));
});
