import { readCliEnv } from "@fairlead/env";
import { loadLibrary } from "@fairlead/library";
import { Command, CommanderError } from "commander";
import { adoptCommand } from "./commands/offline/adopt.ts";
import { ejectCommand } from "./commands/offline/eject.ts";
import { explainCommand } from "./commands/offline/explain.ts";
import { policiesCommand } from "./commands/offline/policies.ts";
import { renderCommand } from "./commands/offline/render.ts";
import { schemaCommand } from "./commands/offline/schema.ts";
import { vetCommand } from "./commands/offline/vet.ts";
import { applyCommand } from "./commands/online/apply.ts";
import { deployCommand } from "./commands/online/deploy.ts";
import { statusCommand } from "./commands/online/status.ts";
import { whoCommand } from "./commands/online/who.ts";
import { processTerminal as terminal } from "./output/terminal.ts";
import { sandboxCommand } from "./sandbox/sandbox-command.ts";

const offline = { terminal, library: loadLibrary };
const online = { terminal, settings: readCliEnv, now: () => new Date() };

const program = new Command("fairlead")
  .description("Declare services, see what becomes of them, bring them to clusters, find their owners.")
  .helpCommand(false)
  .showSuggestionAfterError();
const OFFLINE = [renderCommand, vetCommand, explainCommand, ejectCommand, adoptCommand, schemaCommand, policiesCommand];
for (const make of OFFLINE) program.addCommand(make(offline));
for (const make of [applyCommand, deployCommand, statusCommand, whoCommand]) program.addCommand(make(online));
program.addCommand(sandboxCommand(online));

// Wrong usage ends with 2, as every command's unreadable input does; asking for help is done with 0.
for (const command of [program, ...program.commands]) command.exitOverride();

// Who reads the output may stop early: `fairlead render … | head` is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
