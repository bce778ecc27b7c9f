import { offlineCatalog, offlineInput } from "@fairlead/application";
import { explain, type Provenance, type Source } from "@fairlead/manifests";
import { Command, Option } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { findingLine } from "../../documents/finding.ts";
import { readDeclared, servicesIn } from "../../documents/read-declared.ts";
import { collect } from "./collect.ts";
import { type OfflineSetup, runOffline } from "./offline.ts";
import { findClusters, findEnvironment } from "./place.ts";
import { readProfileOption } from "./profile-option.ts";

interface ExplainOptions {
  environment: string;
  cluster?: string;
  image?: string;
  profile: string;
  catalog: string[];
  output: "text" | "json";
}

/** `fairlead explain FILE --environment NAME [PATH]`: who set a field of the manifests, and why. */
export function explainCommand(setup: OfflineSetup): Command {
  return new Command("explain")
    .argument("<file>", "a file with one service and what it needs, a folder, or - for stdin")
    .argument(
      "[path]",
      "of a manifest, such as Deployment.spec.replicas, or of the declaration, such as spec.scale.min",
    )
    .requiredOption("-e, --environment <name>", "for which environment")
    .option("--cluster <name>", "for which of its clusters")
    .option("--image <reference>", "instead of the declared image")
    .option("--profile <profile>", "what the cluster offers: full, minimal, or a file", "full")
    .option("--catalog <path>", "documents to know of, but not to explain", collect, [])
    .addOption(new Option("-o, --output <format>", "how to write it").choices(["text", "json"]).default("text"))
    .description("say who set each field of the manifests, and why; needs no server")
    .action((file: string, path: string | undefined, options: ExplainOptions) =>
      runOffline(setup, () => run(setup, file, path, options)),
    );
}

async function run(
  setup: OfflineSetup,
  file: string,
  path: string | undefined,
  options: ExplainOptions,
): Promise<void> {
  const { terminal } = setup;
  const lines = linesOf(await provenanceOf(setup, file, options));
  const chosen = path === undefined ? lines : choose(lines, path);
  if (options.output === "json") {
    terminal.out(JSON.stringify(chosen, undefined, 2));
    return;
  }
  let object = "";
  for (const line of chosen) {
    if (line.object !== object) terminal.out(`${object === "" ? "" : "\n"}${line.object}`);
    object = line.object;
    const [decisive, ...others] = line.sources;
    terminal.out(`  ${line.path}: ${JSON.stringify(line.value)}`);
    if (decisive !== undefined)
      terminal.out(`    ${nameOf(decisive)}${path === undefined ? "" : `: ${decisive.reason}`}`);
    if (path !== undefined) for (const other of others) terminal.out(`    also ${nameOf(other)}: ${other.reason}`);
  }
}

/** One field of one object, with its value and who set it: the most decisive first. */
interface Line {
  object: string;
  path: string;
  value: unknown;
  sources: Source[];
}

async function provenanceOf(setup: OfflineSetup, file: string, options: ExplainOptions): Promise<Provenance> {
  const shipped = setup.library();
  const declared = await readDeclared([file]);
  const wrong = declared.findings.filter(({ violation }) => violation.severity === "error");
  if (wrong.length > 0) throw new CommandFailure(1, "Nothing can be explained yet:", wrong.map(findingLine));
  const [service, ...others] = servicesIn(declared);
  if (service === undefined) throw new CommandFailure(2, `There is no service in ${file}.`);
  if (others.length > 0) {
    throw new CommandFailure(2, `There are ${others.length + 1} services in ${file}; name a file with one.`);
  }
  const known = options.catalog.length === 0 ? [] : (await readDeclared(options.catalog)).documents;
  const catalog = offlineCatalog(
    [...declared.documents, ...known].map(({ document }) => document),
    shipped,
  );
  const environment = findEnvironment(catalog, options.environment);
  const [cluster = ""] = findClusters(environment, options.cluster);
  const profile = readProfileOption(options.profile, shipped);
  const image = options.image === undefined ? {} : { image: options.image };
  const input = offlineInput(service.document, { catalog, environment, cluster, profile, ...image });
  if (typeof input === "string") {
    throw new CommandFailure(1, `Nothing can be explained yet: ${service.document.metadata.name} has ${input}.`);
  }
  const explained = explain(input);
  if (explained.ok) return explained.value;
  const violations = explained.error.map((violation) => findingLine({ document: service.source, violation }));
  throw new CommandFailure(1, "Nothing can be explained yet:", violations);
}

function linesOf({ sources, objects }: Provenance): Line[] {
  return objects.flatMap(({ kind, name, leaves }) =>
    leaves.map(({ path, value, sources: places }): Line => {
      return { object: `${kind}/${name}`, path, value, sources: places.flatMap((place) => sources[place] ?? []) };
    }),
  );
}

/** The fields under a path of a manifest, else those that a setting has a hand in. */
function choose(lines: readonly Line[], path: string): Line[] {
  const within = ({ object, path: at }: Line) =>
    [at, `${object}.${at}`, `${object.replace(/\/.*/, "")}.${at}`].some(
      (full) => full === path || full.startsWith(`${path}.`),
    );
  const fields = lines.filter(within);
  const set = fields.length > 0 ? fields : lines.filter(({ sources }) => sources[0]?.path === path);
  if (set.length > 0) return set;
  const kinds = [...new Set(lines.map(({ object }) => object.replace(/\/.*/, "")))].join(", ");
  throw new CommandFailure(1, `Nothing here is at ${path}, and no setting of that name has an effect.`, [
    `Begin with a kind (${kinds}), or with spec. of the declaration; without a path everything is listed.`,
  ]);
}

function nameOf({ by, path }: Source): string {
  return by === "baseline" ? "baseline" : `${by} ${path}`;
}
