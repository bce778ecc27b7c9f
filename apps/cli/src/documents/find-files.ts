import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { CommandFailure } from "../client/command-failure.ts";

const DOCUMENT = /\.(ya?ml|json)$/i;
const MAX_FILES = 5000;

/** The files that are meant: those named, and the YAML and JSON files in the folders named, in a stable order. */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (path === "-" || (await kindOf(path)) === "file") found.push(path);
    else await walk(path, found);
  }
  if (found.length === 0) {
    throw new CommandFailure(2, `There are no YAML or JSON files in ${paths.join(", ")}.`);
  }
  return [...new Set(found)];
}

async function walk(folder: string, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, found);
    else if (entry.isFile() && DOCUMENT.test(entry.name)) found.push(path);
    if (found.length > MAX_FILES) throw new CommandFailure(2, `There are more than ${MAX_FILES} files in ${folder}.`);
  }
}

async function kindOf(path: string): Promise<"file" | "folder"> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return "folder";
  if (found?.isFile()) return "file";
  throw new CommandFailure(2, `There is no file or folder ${path}.`);
}
