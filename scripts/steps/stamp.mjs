import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Folders that are made, not written: what is in them says nothing about whether something has changed. */
const MADE = new Set(["node_modules", ".next", ".turbo", "generated", "next-env.d.ts"]);

/** A digest of files and folders, by their names and contents. */
export function digestOf(root, paths) {
  const hash = createHash("sha256");
  for (const path of paths) addTo(hash, root, join(root, path));
  return hash.digest("hex");
}

function addTo(hash, root, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    hash.update(`${relative(root, path)}\0${stat.size}\0`).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) if (!MADE.has(name)) addTo(hash, root, join(path, name));
}

/** Whether a step was done for exactly this digest before. */
export function isFresh(stampFile, digest) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === digest;
}

export function writeStamp(stampFile, digest) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}
