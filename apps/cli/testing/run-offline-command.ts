import { loadLibrary } from "@fairlead/library";
import type { Command } from "commander";
import type { OfflineSetup } from "../src/commands/offline/offline.ts";

/** Runs a command with what ships; gives what it wrote, line by line, and how it would end. */
export async function runOfflineCommand(command: (setup: OfflineSetup) => Command, args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  let code = 0;
  const terminal: OfflineSetup["terminal"] = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    exit: (exitCode) => {
      code = exitCode;
    },
  };
  await command({ terminal, library: loadLibrary }).parseAsync([...args], { from: "user" });
  return { out: out.join("\n"), err: err.join("\n"), code };
}
