import { Command, Option } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { type ConnectionSettings, findConnection, PERSONAS, type Persona } from "../../client/connection.ts";
import { RestClient } from "../../client/rest-client.ts";
import { processTerminal, type Terminal } from "../../output/terminal.ts";

export interface Online {
  client: RestClient;
  terminal: Terminal;
  now: () => Date;
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
  settings: ConnectionSettings,
  options: OnlineOptions,
  work: (online: Online) => Promise<void>,
): Promise<void> {
  const terminal = processTerminal();
  try {
    const client = new RestClient(await findConnection(settings, options.as));
    await work({ client, terminal, now: () => new Date(), json: options.json ?? false });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    terminal.err(error.message);
    for (const line of error.lines) terminal.err(`  ${line}`);
    process.exitCode = error.exitCode;
  }
}
