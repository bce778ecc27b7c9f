import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NODE, ROOT } from "./root.mjs";
import { run } from "./run.mjs";
import { digestOf, isFresh, writeStamp } from "./stamp.mjs";
import { step } from "./step.mjs";

const OUTPUT = join(ROOT, "packages/db/generated");
const STAMP = join(OUTPUT, ".made-from");

/** Writes the database client for the schema, unless it is there. */
export async function generate() {
  const prisma = JSON.parse(readFileSync(join(ROOT, "node_modules/prisma/package.json"), "utf8")).version;
  const digest = `${prisma} ${digestOf(ROOT, ["prisma/schema.prisma", "prisma.config.ts"])}`;
  if (existsSync(join(OUTPUT, "client.ts")) && isFresh(STAMP, digest)) return;
  await step("Generating the database client", "a few seconds", (onLine) =>
    run("generate", NODE, [join(ROOT, "node_modules/prisma/build/index.js"), "generate"], { onLine }),
  );
  writeStamp(STAMP, digest);
}
