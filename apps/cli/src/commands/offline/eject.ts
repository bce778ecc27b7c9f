import { resolveSpec } from "@fairlead/domain";
import { type EjectedService, ejectBundle, portabilityLine } from "@fairlead/portability";
import type { Command } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { writeFolder } from "../../output/write-folder.ts";
import { declarationsCommand } from "./declarations-command.ts";
import {
  type ExaminedDeclarations,
  type ExaminedService,
  type ExamineOptions,
  examineDeclared,
} from "./examine-declared.ts";
import { type OfflineSetup, runOffline } from "./offline.ts";

interface EjectOptions extends ExamineOptions {
  to: string;
}

/** `fairlead eject FILE… --environment NAME --to DIR`: what works without Fairlead, as files. */
export function ejectCommand(setup: OfflineSetup): Command {
  return declarationsCommand("eject")
    .requiredOption("--to <dir>", "a folder that is empty or not there yet")
    .description("write manifests, Score and Compose files that work without Fairlead; needs no server")
    .action((paths: string[], options: EjectOptions) => runOffline(setup, () => eject(setup, paths, options)));
}

async function eject(setup: OfflineSetup, paths: string[], options: EjectOptions): Promise<void> {
  const { terminal } = setup;
  const examined = await examineDeclared(setup, paths, options);
  const bundle = examined.services.map((service) => ejected(service, examined, options.environment));
  const files = ejectBundle(bundle, options.environment);
  await writeFolder(options.to, files);
  for (const service of bundle) terminal.out(`${service.name} ${portabilityLine(service)}.`);
  terminal.err(`${files.length} files are in ${options.to}; begin with its README.md.`);
}

function ejected(
  { document, rendering }: ExaminedService,
  { catalog }: ExaminedDeclarations,
  environment: string,
): EjectedService {
  const { name, title = name } = document.metadata;
  const template = catalog.template(document.spec.template ?? "");
  const resolved = template === undefined ? undefined : resolveSpec(document, template, environment);
  if (rendering === undefined || !resolved?.ok) throw new CommandFailure(1, `${name} cannot be rendered.`);
  return { name, title, spec: resolved.value, objects: [...rendering.guarded, ...rendering.objects] };
}
