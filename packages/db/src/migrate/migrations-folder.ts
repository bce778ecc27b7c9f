import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** `prisma/migrations` of the checkout: from here when run from source, else by walking up from the working folder. */
export function migrationsFolder(): string {
  for (const start of [import.meta.dirname, process.cwd()].filter((folder) => typeof folder === "string")) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, "prisma/migrations");
      if (existsSync(candidate)) return candidate;
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error("The folder prisma/migrations was not found. Run this from inside Fairlead's folder.");
}
