import { createHash } from "node:crypto";
import { examineOffline, type Judge, offlineCatalog, policyJudge, vetManifests } from "@fairlead/application";
import type { EnvironmentDocument } from "@fairlead/domain";
import { Command, Option } from "commander";
import { type Finding, findingLine, placeFinding } from "../../documents/finding.ts";
import { type Declared, readDeclared, servicesIn } from "../../documents/read-declared.ts";
import { sarifLog } from "../../output/sarif-log.ts";
import { collect } from "./collect.ts";
import { type OfflineSetup, runOffline } from "./offline.ts";
import { findClusters, findEnvironment } from "./place.ts";
import { readProfileOption } from "./profile-option.ts";

/** What is approved in the portal may let a deploy through that is refused here. */
const WITHOUT_EXCEPTIONS = "Exceptions are kept in the portal; this looks without them.";

interface VetOptions {
  environment: string;
  profile: string;
  catalog: string[];
  output: "text" | "json" | "sarif";
}

/** `fairlead vet FILE… --environment NAME`: what the policies say, of declarations and of plain manifests. */
export function vetCommand(setup: OfflineSetup): Command {
  return new Command("vet")
    .argument("<paths...>", "declarations or manifests: files, folders, or - for stdin")
    .requiredOption("-e, --environment <name>", "by the rules of which environment")
    .option("--profile <profile>", "what the cluster offers: full, minimal, or a file", "full")
    .option("--catalog <path>", "documents to know of, but not to vet", collect, [])
    .addOption(new Option("-o, --output <format>", "how to say it").choices(["text", "json", "sarif"]).default("text"))
    .description(
      "say what the policies have against declarations or manifests; needs no server, and so knows no exception",
    )
    .action((paths: string[], options: VetOptions) => runOffline(setup, () => vet(setup, paths, options)));
}

async function vet({ terminal, library }: OfflineSetup, paths: string[], options: VetOptions): Promise<void> {
  const shipped = library();
  const judge = policyJudge(shipped.policies, (text) => createHash("sha256").update(text).digest("hex"));
  const declared = await readDeclared(paths);
  const known = options.catalog.length === 0 ? undefined : await readDeclared(options.catalog);
  const documents = [...declared.documents, ...(known?.documents ?? [])].map(({ document }) => document);
  const catalog = offlineCatalog(documents, shipped);
  const environment = findEnvironment(catalog, options.environment);
  const profile = readProfileOption(options.profile, shipped);

  const services = servicesIn(declared).filter(({ document: { spec } }) => runsIn(spec.environments, environment));
  const examined = services.flatMap(({ source, document }) =>
    findClusters(environment, undefined).flatMap((cluster) => {
      const { violations } = examineOffline(document, { catalog, environment, cluster, profile, judge });
      return violations.map((violation): Finding => ({ document: source, violation }));
    }),
  );
  const findings = distinct([...declared.findings, ...examined, ...vetObjects(declared, environment, judge)]);
  const errors = findings.filter(({ violation }) => violation.severity === "error").length;
  if (options.output === "sarif") terminal.out(JSON.stringify(sarifLog(findings.map(placeFinding)), undefined, 2));
  else if (options.output === "json") terminal.out(JSON.stringify(findings.map(placeFinding), undefined, 2));
  else for (const finding of findings) terminal.out(`${finding.violation.severity} ${findingLine(finding)}`);
  terminal.err(summary(services.length, declared.objects.length, errors, findings.length - errors));
  if (declared.objects.length > 0 && errors > 0) {
    terminal.err("`fairlead adopt` turns manifests into declarations, which settle most of this by themselves.");
  }
  if (findings.some(({ violation: { policy, severity } }) => policy !== undefined && severity === "error"))
    terminal.err(WITHOUT_EXCEPTIONS);
  if (errors > 0) terminal.exit(1);
}

function vetObjects({ objects }: Declared, environment: EnvironmentDocument, judge: Judge): Finding[] {
  const plain = objects.map(({ object }) => object);
  return vetManifests(plain, environment, judge).flatMap((violations, index) => {
    const source = objects[index]?.source;
    // The path of a policy is one of the declaration, which a plain manifest has not.
    return source === undefined
      ? []
      : violations.map(({ path, fix, ...rest }): Finding => ({ document: source, violation: { ...rest, path: "" } }));
  });
}

function runsIn(environments: Record<string, unknown> | undefined, { metadata }: EnvironmentDocument): boolean {
  return environments === undefined || Object.hasOwn(environments, metadata.name);
}

/** An environment's clusters find the same things; they are told once. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [
    ...new Map(findings.map((finding) => [`${findingLine(finding)} ${finding.violation.object}`, finding])).values(),
  ];
}

function summary(services: number, manifests: number, errors: number, warnings: number): string {
  const looked = [
    ...(services === 0 && manifests > 0 ? [] : [count(services, "service")]),
    ...(manifests === 0 ? [] : [count(manifests, "manifest")]),
  ];
  return `${looked.join(" and ")}: ${count(errors, "error")}, ${count(warnings, "warning")}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
