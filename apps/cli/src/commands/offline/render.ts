import { type Examined, examineOffline, offlineCatalog } from "@fairlead/application";
import { hasErrors, type KubernetesObject, type Violation } from "@fairlead/domain";
import { canonicalJson } from "@fairlead/manifests";
import { writeYaml } from "@fairlead/yaml";
import { Command, Option } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { type Finding, findingLine } from "../../documents/finding.ts";
import { type DeclaredService, readDeclared, servicesIn } from "../../documents/read-declared.ts";
import { collect } from "./collect.ts";
import { readImages } from "./image-option.ts";
import { type OfflineSetup, runOffline } from "./offline.ts";
import { findClusters, findEnvironment } from "./place.ts";
import { readProfileOption } from "./profile-option.ts";

interface RenderOptions {
  environment: string;
  cluster?: string;
  image: string[];
  profile: string;
  catalog: string[];
  output: "yaml" | "json";
}

/** `fairlead render FILE|DIR… --environment NAME`: manifests on stdout, gaps and warnings on stderr. */
export function renderCommand(setup: OfflineSetup): Command {
  return new Command("render")
    .argument("<paths...>", "declarations: files, folders, or - for stdin")
    .requiredOption("-e, --environment <name>", "for which environment")
    .option("--cluster <name>", "for which of its clusters")
    .option("--image <reference>", "instead of the declared image; SERVICE=REFERENCE for one service", collect, [])
    .option("--profile <profile>", "what the cluster offers: full, minimal, or a file", "full")
    .option("--catalog <path>", "documents to know of, but not to render", collect, [])
    .addOption(new Option("-o, --output <format>", "how to write it").choices(["yaml", "json"]).default("yaml"))
    .description("turn declarations into manifests; needs no server")
    .action((paths: string[], options: RenderOptions) => runOffline(setup, () => render(setup, paths, options)));
}

interface Examination extends Examined {
  service: DeclaredService;
}

async function render({ terminal, library }: OfflineSetup, paths: string[], options: RenderOptions): Promise<void> {
  const shipped = library();
  const declared = await readDeclared(paths);
  const known = options.catalog.length === 0 ? undefined : await readDeclared(options.catalog);
  const documents = [...declared.documents, ...(known?.documents ?? [])].map(({ document }) => document);
  const catalog = offlineCatalog(documents, shipped);
  const environment = findEnvironment(catalog, options.environment);
  const [cluster = "", ...others] = findClusters(environment, options.cluster);
  const profile = readProfileOption(options.profile, shipped);
  const all = servicesIn(declared);
  const imageFor = readImages(
    options.image,
    all.map(({ document }) => document.metadata.name),
  );

  const here = all.filter(({ document }) => runsIn(document.spec.environments, options.environment));
  const examined = here.map((service): Examination => {
    const image = imageFor(service.document.metadata.name);
    const request = { catalog, environment, cluster, profile, ...(image === undefined ? {} : { image }) };
    return { service, ...examineOffline(service.document, request) };
  });
  refuseErrors([...declared.findings, ...(known?.findings ?? []), ...examined.flatMap(findingsOf)]);
  if (here.length === 0) throw nothingToRender(all, options.environment);

  if (others.length > 0) {
    terminal.err(`Note: ${options.environment} also lies on ${others.join(", ")}; this is for ${cluster}.`);
  }
  for (const { document } of all.filter((service) => !here.includes(service))) {
    terminal.err(`Note: ${document.metadata.name} is not declared for ${options.environment}.`);
  }
  // A need that nobody answers is also a gap, which says what became of it.
  const warnings = [...declared.findings, ...examined.flatMap(findingsOf)].filter(
    ({ violation }) => !isNeed(violation),
  );
  for (const finding of warnings) terminal.err(`Note: ${findingLine(finding)}`);
  for (const { service, rendering } of examined) {
    for (const { what, because, remedy } of rendering?.gaps ?? []) {
      terminal.err(`Note: ${service.document.metadata.name}: ${what}: ${because}. ${remedy}`);
    }
  }
  const objects = examined.flatMap(({ rendering }) =>
    rendering === undefined ? [] : [...rendering.guarded, ...rendering.objects],
  );
  terminal.out(options.output === "json" ? asList(objects) : writeYaml(objects).trimEnd());
}

function runsIn(environments: Record<string, unknown> | undefined, name: string): boolean {
  return environments === undefined || Object.hasOwn(environments, name);
}

function isNeed({ path }: Violation): boolean {
  return path.startsWith("spec.needs.");
}

function findingsOf({ service, violations }: Examination): Finding[] {
  return violations.map((violation) => ({ document: service.source, violation }));
}

function refuseErrors(findings: readonly Finding[]): void {
  if (!hasErrors(findings.map(({ violation }) => violation))) return;
  throw new CommandFailure(1, "Nothing was rendered:", findings.map(findingLine));
}

function nothingToRender(services: readonly DeclaredService[], environment: string): CommandFailure {
  const [first] = services;
  if (first === undefined) return new CommandFailure(2, "There is no service to render in what was given.");
  const places = Object.keys(first.document.spec.environments ?? {}).join(", ");
  return new CommandFailure(1, `Nothing of this is declared for ${environment}.`, [
    `${first.document.metadata.name} is for ${places || "no environment"}.`,
  ]);
}

/** A List, which kubectl takes as it takes many documents. */
function asList(items: readonly KubernetesObject[]): string {
  return JSON.stringify(JSON.parse(canonicalJson({ apiVersion: "v1", kind: "List", items })), undefined, 2);
}
