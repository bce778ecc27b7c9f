import { type Examined, examineOffline, type OfflineCatalog, offlineCatalog } from "@fairlead/application";
import { hasErrors, type ServiceDocument, type Violation } from "@fairlead/domain";
import { CommandFailure } from "../../client/command-failure.ts";
import { type Finding, findingLine } from "../../documents/finding.ts";
import { type DeclaredService, readDeclared, servicesIn } from "../../documents/read-declared.ts";
import { readImages } from "./image-option.ts";
import type { OfflineSetup } from "./offline.ts";
import { findClusters, findEnvironment } from "./place.ts";
import { readProfileOption } from "./profile-option.ts";

export interface ExamineOptions {
  environment: string;
  cluster?: string;
  image: string[];
  profile: string;
  catalog: string[];
}

export interface ExaminedService extends Examined {
  document: ServiceDocument;
}

/** The services of documents as they would be in an environment, none of them with an error. */
export interface ExaminedDeclarations {
  services: ExaminedService[];
  catalog: OfflineCatalog;
}

/**
 * Reads declarations and renders each for the environment. Notes go to stderr; an error in one of them ends the command
 * with all that is wrong.
 */
export async function examineDeclared(
  { terminal, library }: OfflineSetup,
  paths: string[],
  options: ExamineOptions,
): Promise<ExaminedDeclarations> {
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
  const findings = [...declared.findings, ...examined.flatMap(findingsOf)];
  refuseErrors([...findings, ...(known?.findings ?? [])]);
  if (here.length === 0) throw nothingToRender(all, options.environment);

  if (others.length > 0) {
    terminal.err(`Note: ${options.environment} also lies on ${others.join(", ")}; this is for ${cluster}.`);
  }
  for (const { document } of all.filter((service) => !here.includes(service))) {
    terminal.err(`Note: ${document.metadata.name} is not declared for ${options.environment}.`);
  }
  // A need that nobody answers is also a gap, which says what became of it.
  const warnings = findings.filter(({ violation }) => !isNeed(violation));
  for (const finding of warnings) terminal.err(`Note: ${findingLine(finding)}`);
  for (const { service, rendering } of examined) {
    for (const { what, because, remedy } of rendering?.gaps ?? []) {
      terminal.err(`Note: ${service.document.metadata.name}: ${what}: ${because}. ${remedy}`);
    }
  }
  return { services: examined.map(({ service, ...rest }) => ({ document: service.document, ...rest })), catalog };
}

interface Examination extends Examined {
  service: DeclaredService;
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
