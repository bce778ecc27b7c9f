import { CommandFailure } from "../client/command-failure.ts";
import type { Terminal } from "../output/terminal.ts";

/** What the sandbox's commands get from whoever puts the process together. */
export interface SandboxSetup {
  terminal: Terminal;
  settings(): { home: string };
  now(): Date;
}

/** Runs a command's work, and turns how it failed into words on stderr and an exit code. */
export async function runSandboxCommand({ terminal }: SandboxSetup, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    terminal.err(error.message);
    for (const line of error.lines) terminal.err(`  ${line}`);
    terminal.exit(error.exitCode);
  }
}
