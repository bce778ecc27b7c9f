import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { machineEnv } from "@fairlead/env";

const GO_FOLDER = join(import.meta.dirname, "../../go");

/** Where kube-score is kept between checkouts: one folder for each state of what it is built from. */
export function kubeScorePath(cache: string): string {
  const hash = createHash("sha256");
  for (const file of ["go.mod", "go.sum"]) hash.update(readFileSync(join(GO_FOLDER, file)));
  return join(cache, "linter", hash.digest("hex").slice(0, 12), "kube-score");
}

/** The program, built once from its published source: a minute on two cores. Without Go there is none. */
export async function findKubeScore(cache: string): Promise<string | undefined> {
  const path = kubeScorePath(cache);
  if (isThere(path)) return path;
  mkdirSync(join(path, ".."), { recursive: true });
  try {
    const args = ["build", "-trimpath", "-o", `${path}.new`, "github.com/zegl/kube-score/cmd/kube-score"];
    await promisify(execFile)("go", args, {
      cwd: GO_FOLDER,
      env: { ...machineEnv(), NODE_ENV: "test", CGO_ENABLED: "0", GOFLAGS: "-mod=readonly -buildvcs=false" },
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  renameSync(`${path}.new`, path);
  return path;
}

export function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
