import { currentJudge, movePolicy, SYSTEM_ACTOR } from "@fairlead/application";
import { type PolicyWorld, startPolicyWorld } from "@fairlead/testing/policy-world";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asRoot, checkout } from "../../../packages/testing/src/integration/checkout.ts";

const NAMESPACE = "kept";
const POLICY = "run-as-non-root";
const NAME = `fairlead-${POLICY}`;
let world: PolicyWorld;

beforeAll(async () => {
  world = await startPolicyWorld();
  await world.namespace(NAMESPACE);
}, 300_000);
afterAll(() => world.stop());

const spec = async (path: string) => JSON.stringify((await world.admin("GET", path)).body);
const standing = async (policy = POLICY) =>
  (await world.deps.read.policy.standings({ policy })).find(({ cluster }) => cluster === "dev");
const write = () =>
  world.admin(
    "POST",
    `/apis/apps/v1/namespaces/${NAMESPACE}/deployments?dryRun=All`,
    checkout("Deployment", NAMESPACE, asRoot),
  );

test("the first look writes them all, and the next one nothing", async () => {
  const first = await world.keep();
  expect(first).toMatchObject({ writes: world.objects, events: [] });
  const again = await world.keep();
  expect(again).toMatchObject({ writes: 0, events: [] });
  const [sync] = await world.deps.read.policy.syncs();
  expect(sync).toMatchObject({
    cluster: "dev",
    inStep: again.standings.length,
    total: again.standings.length,
    problem: "",
    checkedAt: expect.any(Date),
  });
  expect(again.standings.length).toBeGreaterThan(70);
});

describe("what somebody changes by hand is told, and mended with the next look:", () => {
  const changes: [string, () => Promise<unknown>][] = [
    [
      "a binding that only audits",
      () => world.admin("PATCH", world.bindingPath(NAME), { spec: { validationActions: ["Audit"] } }),
    ],
    [
      "a condition that is never true",
      () =>
        world.admin("PATCH", world.policyPath(NAME), {
          spec: { matchConditions: [{ name: "off", expression: "false" }] },
        }),
    ],
    [
      "a policy that fails open",
      () => world.admin("PATCH", world.policyPath(NAME), { spec: { failurePolicy: "Ignore" } }),
    ],
  ];
  test.each(changes)("%s", async (_, change) => {
    const paths = [world.policyPath(NAME), world.bindingPath(NAME)];
    const before = await Promise.all(paths.map(async (path) => JSON.parse(await spec(path)).spec));
    expect(await change()).toMatchObject({ status: 200 });
    const kept = await world.keep();
    expect(kept).toMatchObject({ writes: 1 });
    expect(kept.events).toEqual([
      {
        policy: POLICY,
        message: expect.stringMatching(/^\S+ changed fairlead-run-as-non-root at .* It was put back\.$/),
      },
    ]);
    expect(await Promise.all(paths.map(async (path) => JSON.parse(await spec(path)).spec))).toEqual(before);
    expect(await world.keep()).toMatchObject({ writes: 0, events: [] });
  });

  test("a policy that is deleted", async () => {
    await world.admin("DELETE", world.policyPath(NAME));
    expect(await world.keep()).toMatchObject({
      writes: 1,
      events: [{ policy: POLICY, message: `Somebody deleted ${NAME}. It was put back.` }],
    });
    expect(await spec(world.policyPath(NAME))).toContain('"kind":"ValidatingAdmissionPolicy"');
  });

  test("the mark taken off", async () => {
    await world.admin("PATCH", world.bindingPath(NAME), {
      metadata: { labels: { "policies.fairlead.dev/policy": null } },
      spec: { validationActions: ["Audit"] },
    });
    await world.keep();
    expect(JSON.parse(await spec(world.bindingPath(NAME))).spec.validationActions).toEqual(["Deny"]);
  });
});

test("where policies are only watched, what differs is shown and left as it is, and told once", async () => {
  await world.admin("PATCH", world.bindingPath(NAME), { spec: { validationActions: ["Audit"] } });
  const kept = await world.keep({ mode: "observe" });
  expect(kept).toMatchObject({ writes: 0, events: [{ message: expect.stringContaining("only watched") }] });
  expect(await standing()).toMatchObject({
    state: "changed",
    changedBy: expect.any(String),
    changedAt: expect.any(Date),
  });
  expect(await world.keep({ mode: "observe" })).toMatchObject({ writes: 0, events: [] });
  expect(await world.keep()).toMatchObject({ writes: 1 });
  expect(await standing()).toMatchObject({ state: "in-step", detail: "" });
});

test("moved to another stage, a policy is held that way in the cluster and in the portal alike", async () => {
  const move = (plan: { warnFrom?: Date; denyFrom?: Date }) =>
    movePolicy(world.deps, SYSTEM_ACTOR, { policy: POLICY, reason: "To see who breaks it", ...plan });
  const inPortal = async () => {
    const object = checkout("Deployment", NAMESPACE, asRoot);
    const namespace = {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: NAMESPACE, labels: { "fairlead.dev/managed": "true" } },
    };
    const { violations } = (await currentJudge(world.deps)).vet([object], namespace);
    return violations.map(({ policy, severity }) => `${policy} ${severity}`);
  };
  const patiently = { timeout: 20_000, interval: 200 };

  await expect.poll(write, patiently).toMatchObject({ status: 403 });
  expect(await inPortal()).toEqual([`${POLICY} error`]);

  await move({ warnFrom: new Date("2999-01-01"), denyFrom: new Date("2999-02-01") });
  // Both bindings were for denying; one is enough to audit.
  expect(await world.keep()).toMatchObject({ writes: 2, events: [] });
  await expect.poll(write, patiently).toMatchObject({ status: 201, warnings: [] });
  expect(await inPortal()).toEqual([`${POLICY} note`]);

  await move({ warnFrom: new Date("2026-01-01"), denyFrom: new Date("2999-02-01") });
  await world.keep();
  await expect
    .poll(write, patiently)
    .toMatchObject({ status: 201, warnings: [expect.stringContaining("may run as root")] });
  expect(await inPortal()).toEqual([`${POLICY} warning`]);

  await move({ denyFrom: new Date("2026-01-01") });
  await world.keep();
  await expect.poll(write, patiently).toMatchObject({ status: 403 });
  expect(await inPortal()).toEqual([`${POLICY} error`]);
});

test("a policy that Fairlead has no longer is taken away, and nothing that is not Fairlead's", async () => {
  const fewer = world.keeperOf(world.judge.policies.filter(({ id }) => id !== POLICY));
  const kept = await world.keep({}, fewer);
  expect(kept).toMatchObject({
    writes: 3,
    events: [{ policy: POLICY, message: expect.stringContaining("Taken away") }],
  });
  expect(await world.admin("GET", world.policyPath(NAME))).toMatchObject({ status: 404 });
  expect(await world.admin("GET", world.policyPath("fairlead-guard-fence"))).toMatchObject({ status: 200 });
  expect(await standing()).toBeUndefined();
});
