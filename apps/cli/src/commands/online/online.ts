import { Command, Option } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { type ConnectionSettings, findConnection, PERSONAS, type Persona } from "../../client/connection.ts";
import { RestClient } from "../../client/rest-client.ts";
import type { Terminal } from "../../output/terminal.ts";

/** What a command that speaks with the portal gets from whoever puts the process together. */
export interface OnlineSetup {
  settings(): ConnectionSettings;
  terminal: Terminal;
  now(): Date;
}

export interface Online {
  client: RestClient;
  terminal: Terminal;
  now(): Date;
  /** Machines read: the answer as JSON and nothing else on stdout. */
  json: boolean;
}

interface OnlineOptions {
  as?: Persona;
  json?: boolean;
}

/** A command that speaks with the portal. */
export function onlineCommand(name: string): Command {
  return new Command(name)
    .addOption(new Option("--as <persona>", "one of the sandbox's people").choices(PERSONAS))
    .option("--json", "answer as JSON");
}

/**
 * Runs a command's work with a connection, and turns how it ended into words on stderr and an exit code. What is not
 * a CommandFailure is a bug, and crashes.
 */
export async function runOnline(
  { settings, terminal, now }: OnlineSetup,
  { as, json = false }: OnlineOptions,
  work: (online: Online) => Promise<void>,
): Promise<void> {
  try {
    const client = new RestClient(await findConnection(settings(), as));
    await work({ client, terminal, now, json });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    terminal.err(error.message);
    for (const line of error.lines) terminal.err(`  ${line}`);
    terminal.exit(error.exitCode);
  }
}
