import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KUBERNETES_VERSION } from "./versions.ts";

export const GO_FOLDER = join(import.meta.dirname, "../../../go");

/** Where binaries are kept between checkouts: one folder for each state of what they are built from. */
export function binariesFolder(cache: string): string {
  const hash = createHash("sha256");
  for (const file of ["main.go", "go.mod", "go.sum"]) hash.update(readFileSync(join(GO_FOLDER, file)));
  return join(cache, "kubernetes", `${KUBERNETES_VERSION}-${hash.digest("hex").slice(0, 12)}`);
}
