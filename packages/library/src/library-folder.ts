import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The `packages` folder of the checkout. Found from here when run from source, and by walking up from the working
 * folder when a bundler has moved this file.
 */
export function packagesFolder(): string {
  const starts = [import.meta.dirname, process.cwd()].filter((start) => typeof start === "string");
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, "packages");
      if (existsSync(join(candidate, "manifests/library"))) return candidate;
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error("The library of templates and policies was not found. Run this from inside Fairlead's folder.");
}
