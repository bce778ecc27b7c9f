import { join } from "node:path";
import { NODE, ROOT } from "./root.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/** Finds the program that rules for Prometheus are tested with, or unpacks Debian's package. */
export async function promtool() {
  await step("Finding promtool", "at once, or a minute where it has to be fetched", (onLine) =>
    run("promtool", NODE, [join(ROOT, "packages/testing/src/rules/prepare-promtool.ts")], { onLine }),
  );
}
