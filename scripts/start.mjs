// `npm start`: installs and builds what is missing, then runs the sandbox. Node 20 or later; Node's own modules only.
import { join } from "node:path";
import { build } from "./steps/build.mjs";
import { endWithParent } from "./steps/end-with-parent.mjs";
import { fail } from "./steps/fail.mjs";
import { generate } from "./steps/generate.mjs";
import { install } from "./steps/install.mjs";
import { NODE, ROOT } from "./steps/root.mjs";
import { runAttached } from "./steps/run.mjs";

const ENTRY = join(ROOT, "packages/sandbox/src/main.ts");
// `fairlead sandbox up` leaves it behind.
const detached = process.argv.includes("--detached");
const args = process.argv.slice(2).filter((argument) => argument !== "--detached");

if (!detached) endWithParent();
try {
  await install();
  await generate();
  await build();
  // An older Node hands over to the one that was installed.
  if (process.features.typescript === "strip") {
    const { runSandbox } = await import(ENTRY);
    process.exit(await runSandbox(args));
  }
  process.exit(await runAttached(NODE, [ENTRY, ...args, "--with-parent"]));
} catch (error) {
  fail(error);
}
