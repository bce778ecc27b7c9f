import { readdirSync } from "node:fs";
import { join } from "node:path";
import { NODE, ROOT } from "./root.mjs";
import { run } from "./run.mjs";
import { digestOf, isFresh, writeStamp } from "./stamp.mjs";
import { step } from "./step.mjs";

const STAMP = join(ROOT, "apps/portal/.next/made-from");
/** What the portal is made of. Packages that only start or test it are not among it. */
const NOT_IN_IT = new Set(["sandbox", "testing"]);

/** Builds the portal, unless nothing has changed since it was built. */
export async function build() {
  const packages = readdirSync(join(ROOT, "packages")).filter((name) => !NOT_IN_IT.has(name));
  const inputs = ["apps/portal", ...packages.map((name) => `packages/${name}`), "package-lock.json", "tsconfig.json"];
  const digest = digestOf(ROOT, inputs);
  if (isFresh(STAMP, digest)) return;
  await step("Building the portal", "half a minute to two minutes", (onLine) =>
    run("build", NODE, [join(ROOT, "node_modules/turbo/bin/turbo"), "run", "build"], { onLine }),
  );
  writeStamp(STAMP, digest);
}
