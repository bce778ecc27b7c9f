import { resolve } from "node:path";
import { writeYaml } from "@fairlead/yaml";
import { expect, test } from "vitest";
import { openApiDocument } from "./openapi.ts";
import { REST_ROUTES } from "./routes.ts";

const COMMITTED = resolve(import.meta.dirname, "../../../../docs/openapi.yaml");

test("docs/openapi.yaml says what the routes do (npx vitest run --update packages/api writes it)", async () => {
  const text = writeYaml(openApiDocument(REST_ROUTES));
  await expect(`# Written from the schemas of packages/api; a test compares.\n${text}`).toMatchFileSnapshot(COMMITTED);
});

test("every reference in it leads somewhere", () => {
  const document = openApiDocument(REST_ROUTES);
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  for (const [, name] of references) expect(Object.keys(document.components.schemas)).toContain(name);
});
