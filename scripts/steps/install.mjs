import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NODE, ROOT } from "./root.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/** Installs the packages that the lock file names, unless they are there. */
export async function install() {
  if (isInstalled()) return;
  await step("Installing packages", "one to three minutes", (onLine) =>
    run("install", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=http"], { onLine }),
  );
}

/** npm keeps in node_modules what it put there: compared with the lock file, package by package. */
function isInstalled() {
  const wanted = readLock("package-lock.json");
  const there = readLock("node_modules/.package-lock.json");
  if (wanted === undefined || there === undefined || !existsSync(NODE)) return false;
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    if (!path.includes("node_modules/")) return true;
    if (link === true) return existsSync(join(ROOT, path));
    // What is for other platforms is left out.
    if (there[path] === undefined) return optional === true || peer === true;
    return there[path].version === version;
  });
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), "utf8")).packages;
  } catch {
    return undefined;
  }
}
