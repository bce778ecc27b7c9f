// `npm start`: installs and builds what is missing, then runs the sandbox. Node 20 or later; Node's own modules only.
import { join } from "node:path";
import { build } from "./steps/build.mjs";
import { fail } from "./steps/fail.mjs";
import { generate } from "./steps/generate.mjs";
import { install } from "./steps/install.mjs";
import { NODE, ROOT } from "./steps/root.mjs";
import { runAttached } from "./steps/run.mjs";

const ENTRY = join(ROOT, "packages/sandbox/src/main.ts");
// Started by npm, it ends with npm, whatever ends that.
const withParent = process.env.npm_lifecycle_event === undefined ? [] : ["--with-parent"];
const args = [...process.argv.slice(2), ...withParent];

try {
  await install();
  await generate();
  await build();
  if (process.features.typescript === "strip") {
    const { runSandbox } = await import(ENTRY);
    process.exit(await runSandbox(args));
  }
  process.exit(await runAttached(NODE, [ENTRY, ...new Set([...args, "--with-parent"])]));
} catch (error) {
  fail(error);
}
