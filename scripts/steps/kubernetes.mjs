import { join } from "node:path";
import { NODE, ROOT } from "./root.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

let done = false;

/** Finds Kubernetes' programs, or has them downloaded or built, once for all parts that need them. */
export async function kubernetes() {
  if (done) return;
  await step("Finding Kubernetes' programs", "at once, or about six minutes where they have to be built", (onLine) =>
    run("kubernetes", NODE, [join(ROOT, "packages/sandbox/src/kubernetes/prepare-programs.ts")], { onLine }),
  );
  done = true;
}
