import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readSandboxEnv } from "@fairlead/env";
import { findPromtool } from "./find-promtool.ts";

/** What promtool has against some rules; empty where it has nothing. Files are JSON, which is YAML too. */
export async function promtool(args: readonly string[], files: Readonly<Record<string, unknown>>): Promise<string> {
  const program = findPromtool(readSandboxEnv().cache);
  if (program === undefined) {
    throw new Error("promtool is not there. Run `npm test -- integration`, or install it and set FAIRLEAD_PROMTOOL.");
  }
  const folder = mkdtempSync(join(tmpdir(), "fairlead-rules-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
    await promisify(execFile)(program, args, { cwd: folder });
    return "";
  } catch (error) {
    if (error instanceof Error && "stdout" in error && "stderr" in error) return `${error.stdout}${error.stderr}`;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
