// `npm run bench:render`: what rendering and vetting a service cost, as ratios to what js-yaml needs to write the same
// objects, all in one run. Milliseconds are of this machine and this moment; the ratios carry over.
import { createHash } from "node:crypto";
import { type Examined, examine, manifestView, offlineCatalog, offlineInput, policyJudge } from "@fairlead/application";
import { checkService, type EnvironmentDocument, type ServiceDocument } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import type { RenderInput } from "@fairlead/manifests";
import { dump } from "js-yaml";
import { readExample } from "../examples/read-example.ts";

const ROUNDS = { warmUp: 20, measured: 60 };
/** Rendering and vetting cost at most this many times what js-yaml needs. */
const MOST_RATIO = 5;
/** The server's part of a keystroke, at the 95th percentile. */
const MOST_KEYSTROKE_MS = 50;

const library = loadLibrary();
const judge = policyJudge(library.policies, (text) => createHash("sha256").update(text).digest("hex"));
const catalog = offlineCatalog(readExample("online-boutique").documents, library);

interface Timed {
  service: string;
  objects: number;
  /** Milliseconds of each round. */
  written: number[];
  examined: number[];
  keystroke: number[];
}

function inputFor(service: ServiceDocument, environment: EnvironmentDocument): RenderInput {
  const input = offlineInput(service, { catalog, environment, profile: library.profiles.full });
  if (typeof input === "string") throw new Error(`${service.metadata.name}: ${input}`);
  return input;
}

function objectsOf({ rendering }: Examined) {
  return rendering === undefined ? [] : [...rendering.guarded, ...rendering.objects];
}

/** Everything between an answer that arrives and the preview that leaves, but for the database. */
function answerKeystroke(document: unknown, input: RenderInput): void {
  const { document: service } = checkService(document);
  if (service === undefined) throw new Error("The declaration is not right.");
  for (const object of objectsOf(examine({ ...input, service }, judge))) manifestView(object);
}

function timeService(service: ServiceDocument, environment: EnvironmentDocument): Timed {
  const input = inputFor(service, environment);
  const objects = objectsOf(examine(input, judge));
  const document: unknown = JSON.parse(JSON.stringify(service));
  const rounds = Array.from({ length: ROUNDS.warmUp + ROUNDS.measured }, () => ({
    written: millisecondsOf(() => objects.map((object) => dump(object))),
    examined: millisecondsOf(() => examine(input, judge)),
    keystroke: millisecondsOf(() => answerKeystroke(document, input)),
  })).slice(ROUNDS.warmUp);
  const all = (part: "written" | "examined" | "keystroke") => rounds.map((round) => round[part]);
  const [written, examined, keystroke] = [all("written"), all("examined"), all("keystroke")];
  return { service: service.metadata.name, objects: objects.length, written, examined, keystroke };
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function verdict(holds: boolean): string {
  return holds ? "holds" : "does not hold";
}

function print(environment: EnvironmentDocument, timed: readonly Timed[]): void {
  process.stdout.write(`\n${environment.metadata.name}, full profile, ${library.policies.length} policies\n`);
  process.stdout.write("service                 objects  js-yaml  render+vet  ratio  keystroke p95\n");
  for (const { service, objects, written, examined, keystroke } of timed) {
    const [base, cost] = [percentile(written, 0.5), percentile(examined, 0.5)];
    const cells = [
      service.padEnd(22),
      String(objects).padStart(8),
      base.toFixed(2).padStart(9),
      cost.toFixed(2).padStart(12),
      (cost / base).toFixed(2).padStart(7),
      percentile(keystroke, 0.95).toFixed(1).padStart(15),
    ];
    process.stdout.write(`${cells.join("")}\n`);
  }
}

const shop = catalog.documents.filter(
  (document) => document.kind === "Service" && document.spec.template !== undefined,
);
const timed = catalog.environments.flatMap((environment) => {
  const inEnvironment = shop.flatMap((service) =>
    service.kind === "Service" && Object.hasOwn(service.spec.environments ?? {}, environment.metadata.name)
      ? [timeService(service, environment)]
      : [],
  );
  print(environment, inEnvironment);
  return inEnvironment;
});

const ratios = timed.map(({ written, examined }) => percentile(examined, 0.5) / percentile(written, 0.5));
const keystrokes = timed.flatMap(({ keystroke }) => keystroke);
const worst = Math.max(...ratios);
const slow = percentile(keystrokes, 0.95);
process.stdout.write(
  `\nrender and vet at most ${MOST_RATIO}× js-yaml: ${verdict(worst <= MOST_RATIO)} (median ${percentile(ratios, 0.5).toFixed(2)}×, worst ${worst.toFixed(2)}×)\n` +
    `keystroke at most ${MOST_KEYSTROKE_MS} ms at the 95th percentile: ${verdict(slow <= MOST_KEYSTROKE_MS)} (${slow.toFixed(1)} ms)\n`,
);
