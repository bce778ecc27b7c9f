import type { KubernetesObject } from "@fairlead/domain";
import { applyApiDefaults, compilePolicies } from "@fairlead/policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { essenceOf, withoutAdmitted } from "../../../../policy/testing/essence-of.ts";
import { readPolicies } from "../../../../policy/testing/read-library.ts";
import { differences } from "./differences.ts";
import { type GoldenObject, goldenObjects } from "./golden-object.ts";
import { mutateObject } from "./mutate-object.ts";
import { create, eachOf, type ParityCluster, startParityCluster } from "./parity-cluster.ts";
import { putInEffect, warnOf } from "./policies-in-effect.ts";
import { seededRandom } from "./seeded-random.ts";
import { areCutShort, askEvaluator, askServer, inOrder } from "./verdicts.ts";

const SEED = 20_261_128;
const VERDICTS = 2000;
const AT_ONCE = 12;

const policies = readPolicies();
const compiled = compilePolicies(policies, { bindings: policies.map(warnOf) });
const golden = goldenObjects();

let cluster: ParityCluster;
/** Golden objects of kinds that this cluster serves. */
let tried: GoldenObject[] = [];

beforeAll(async () => {
  cluster = await startParityCluster();
  const { ask } = cluster;
  tried = golden.filter(({ object }) => cluster.serves(object));
  const namespaces = new Map(golden.flatMap((one) => one.namespaces).map((object) => [object.metadata.name, object]));
  await eachOf([...namespaces.values()], AT_ONCE, async (namespace) => void (await create(ask, namespace)));
  // Pods are refused without their class and their account, and get the token of an account that does not say otherwise.
  for (const tier of ["1", "2", "3", "4"]) {
    const metadata = { name: `fairlead-tier-${tier}` };
    await create(ask, { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass", metadata, value: 1000 });
  }
  const accounts = golden.filter(({ object }) => object.kind === "ServiceAccount");
  await eachOf(accounts, AT_ONCE, async ({ object }) => void (await create(ask, object)));
  await eachOf(tried, AT_ONCE, async ({ kept }) => void (await create(ask, kept)));
  await putInEffect(cluster, policies);
}, 300_000);

afterAll(() => cluster.stop(), 60_000);

/** Where the evaluator and the API server differ on an object, and undefined where the latter refuses it itself. */
async function compare(one: GoldenObject, object: KubernetesObject, update: boolean) {
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const { warned, message, completed } = await askServer(cluster.ask, object, update);
  const ours = askEvaluator(compiled.value, object, one.namespaces[update ? 1 : 0], update ? one.kept : undefined);
  if (warned === undefined) return { ours, message, differing: undefined };
  const [mine, theirs] = [inOrder(ours), inOrder(warned)];
  const verdicts = [
    ...mine.filter((text) => !theirs.includes(text)).map((text) => `the evaluator alone says ${text}`),
    ...theirs.filter((text) => !mine.includes(text)).map((text) => `the API server alone says ${text}`),
  ];
  const filled = update || completed === undefined ? [] : defaultsDiffer(object, completed);
  const differing = [...verdicts, ...filled].map((text) => `${object.kind}: ${text}`);
  return { ours, message, differing, completed: !update && completed !== undefined };
}

function defaultsDiffer(object: KubernetesObject, completed: unknown): string[] {
  const ours = essenceOf(applyApiDefaults(object, object.metadata.namespace));
  return differences(withoutAdmitted(ours), withoutAdmitted(essenceOf(completed))).map(
    (one) => `${one.path} becomes ${JSON.stringify(one.ours)} here and ${JSON.stringify(one.theirs)} there`,
  );
}

test("the same verdicts on every golden manifest, and the same defaults", async () => {
  const differing: string[] = [];
  await eachOf(tried, AT_ONCE, async (one) => {
    const result = await compare(one, one.object, false);
    differing.push(...(result.differing ?? [`${one.object.kind}: ${result.message}`]));
  });
  expect(differing).toEqual([]);
  expect(tried.length).toBeGreaterThan(80);
});

test(`the same verdicts on ${VERDICTS} mutations of golden manifests, and the same defaults field by field`, async () => {
  const random = seededRandom(SEED);
  const counts = { verdicts: 0, refusing: 0, updates: 0, completed: 0, refusedByTheServerItself: 0, cutShort: 0 };
  const speaking = new Set<string>();
  const differing: unknown[] = [];
  const started = performance.now();
  await eachOf(endless(), AT_ONCE, async (stop) => {
    if (counts.verdicts >= VERDICTS || differing.length > 20) return stop();
    const one = random.pick(tried);
    const update = random.percent(25);
    const object = mutateObject(update ? one.kept : one.object, random, !update);
    const result = await compare(one, object, update);
    if (result.differing === undefined) {
      counts.refusedByTheServerItself += 1;
      return;
    }
    if (areCutShort(result.ours)) {
      counts.cutShort += 1;
      return;
    }
    counts.verdicts += 1;
    counts.updates += update ? 1 : 0;
    counts.completed += result.completed ? 1 : 0;
    counts.refusing += result.ours.length > 0 ? 1 : 0;
    for (const text of result.ours) speaking.add(text.slice(0, text.indexOf(":")));
    if (result.differing.length > 0) differing.push({ object, differing: result.differing });
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${JSON.stringify({ ...counts, policiesThatSpoke: speaking.size, seconds })}\n`);
  expect(differing).toEqual([]);
  expect(counts.verdicts).toBeGreaterThanOrEqual(VERDICTS);
  expect(speaking.size).toBeGreaterThan(50);
}, 600_000);

// Nobody keeps their definitions at FAIRLEAD_DATA.
const WITHOUT_DEFINITION = ["CiliumNetworkPolicy"];

test("every kind of the golden manifests was tried", ({ skip }) => {
  skip(cluster.missing.length > 0, `These definitions are not at FAIRLEAD_DATA: ${cluster.missing.join(", ")}`);
  const untried = golden.filter(({ object }) => !cluster.serves(object)).map(({ object }) => object.kind);
  expect([...new Set(untried)].filter((kind) => !WITHOUT_DEFINITION.includes(kind))).toEqual([]);
});

/** Until somebody stops it. */
function* endless(): Generator<() => void> {
  let stopped = false;
  while (!stopped) {
    yield () => {
      stopped = true;
    };
  }
}
