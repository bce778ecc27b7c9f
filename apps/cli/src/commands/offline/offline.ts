import type { Library } from "@fairlead/library";
import { CommandFailure } from "../../client/command-failure.ts";
import type { Terminal } from "../../output/terminal.ts";

/** What a command that needs no server gets from whoever puts the process together. */
export interface OfflineSetup {
  terminal: Terminal;
  /** What ships with Fairlead: read when a command needs it. */
  library(): Library;
}

/** Runs a command's work, and turns how it ended into words on stderr and an exit code. */
export async function runOffline({ terminal }: OfflineSetup, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    terminal.err(error.message);
    for (const line of error.lines) terminal.err(`  ${line}`);
    terminal.exit(error.exitCode);
  }
}
