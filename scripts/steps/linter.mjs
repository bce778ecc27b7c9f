import { join } from "node:path";
import { NODE, ROOT } from "./root.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/** Finds the linter that manifests are held against, or has it built. */
export async function linter() {
  await step("Finding kube-score", "at once, or a minute where it has to be built", (onLine) =>
    run("linter", NODE, [join(ROOT, "packages/testing/src/lint/prepare-kube-score.ts")], { onLine }),
  );
}
