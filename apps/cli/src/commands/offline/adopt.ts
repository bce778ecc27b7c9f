import { type AdoptedManifests, adoptManifests } from "@fairlead/application";
import { type Finding, OUTCOMES, type Outcome } from "@fairlead/portability";
import { writeYaml } from "@fairlead/yaml";
import { Command, Option } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { readDeclared } from "../../documents/read-declared.ts";
import { collect } from "./collect.ts";
import { type OfflineSetup, runOffline } from "./offline.ts";

interface AdoptOptions {
  owner: string;
  environment: string[];
  output: "yaml" | "json";
  all?: true;
}

/** `fairlead adopt FILE… --owner TEAM`: declarations on stdout, what became of every field on stderr. */
export function adoptCommand(setup: OfflineSetup): Command {
  return new Command("adopt")
    .argument("<paths...>", "plain manifests, such as `helm template` writes: files, folders, or - for stdin")
    .requiredOption("--owner <team>", "the team that owns them")
    .option("-e, --environment <name>", "where they run; more than once for several", collect, [])
    .option("--all", "tell of every field, also of those that are understood")
    .addOption(new Option("-o, --output <format>", "how to write it").choices(["yaml", "json"]).default("yaml"))
    .description("turn plain manifests into declarations, with a report; needs no server")
    .action((paths: string[], options: AdoptOptions) => runOffline(setup, () => run(setup, paths, options)));
}

async function run({ terminal, library }: OfflineSetup, paths: string[], options: AdoptOptions): Promise<void> {
  const { objects, documents } = await readDeclared(paths);
  if (objects.length === 0) {
    throw new CommandFailure(2, `There are no manifests in ${paths.join(", ")}.`, [
      documents.length > 0
        ? "These are declarations already."
        : "Give the output of helm template or kubectl get -o yaml.",
    ]);
  }
  const { owner, environment } = options;
  const environments = environment.length > 0 ? environment : ["prod"];
  const { templates } = library();
  const adopted = adoptManifests(
    objects.map(({ object }) => object),
    { owner, environments, templates },
  );
  if (options.output === "json") terminal.out(JSON.stringify(adopted, undefined, 2));
  else {
    terminal.out(writeYaml(adopted.documents).trimEnd());
    for (const line of report(adopted, options.all === true)) terminal.err(line);
  }
  if (adopted.open.length > 0) terminal.exit(1);
}

function report({ documents, findings, open }: AdoptedManifests, all: boolean): string[] {
  const count = (outcome: Outcome) => findings.filter((finding) => finding.outcome === outcome).length;
  const shown = all ? OUTCOMES : (["changed", "left"] as const);
  return [
    `${documents.length} documents. Of ${findings.length} fields ${count("understood")} are understood, ${count("changed")} change, ${count("left")} are left.`,
    ...open.map(
      ({ document, violation }) => `Open: ${document}: ${violation.path} ${violation.reason}. ${violation.remedy}`,
    ),
    ...shown.flatMap((outcome) => ["", HEADINGS[outcome], ...linesOf(findings, outcome)]),
  ];
}

const HEADINGS = {
  understood: "Understood",
  changed: "Changes by the baseline",
  left: "Not carried over",
} as const satisfies Record<Outcome, string>;

/** What holds for many fields is said once, with the fields. */
function linesOf(findings: readonly Finding[], outcome: Outcome): string[] {
  const ofOutcome = findings.filter((finding) => finding.outcome === outcome);
  const byWords = Map.groupBy(ofOutcome, ({ words }) => words);
  return [...byWords].flatMap(([words, all]) => [
    `  ${words}`,
    ...all.map(({ object, path, value }) => `    ${object} ${path}: ${JSON.stringify(value)}`),
  ]);
}
