import {
  checkTemplateText,
  exampleOfTemplate,
  impactOfTemplate,
  listTemplateUse,
  openTemplate,
  previewTemplate,
  publishTemplate,
  SYSTEM_ACTOR,
  saveTemplateDraft,
  showTemplate,
} from "@fairlead/application";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { member, startWorld, type World } from "../../testing/start-world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const NAME = "web-service";
const PLATFORM = SYSTEM_ACTOR;
const DANA = member("storefront-team", "maintainer");

/** The newest version's text, with something else in it. */
async function changed(...edits: [from: RegExp, to: string][]): Promise<string> {
  const { published } = await openTemplate(world.deps, PLATFORM, NAME);
  return edits.reduce((text, [from, to]) => {
    expect(text).toMatch(from);
    return text.replace(from, to);
  }, published.text);
}
const VERSION: [RegExp, string] = [/version: ['"]?\d+\.\d+\.\d+['"]?/, "version: 1.1.0"];
const check = (text: string) => checkTemplateText(world.deps, PLATFORM, { name: NAME, text });

describe("while somebody writes, what is wrong is told with its place:", () => {
  test("text that cannot be read", async () => {
    const { violations } = await check("apiVersion: fairlead.dev/v1alpha1\nkind: [Template\n");
    expect(violations[0]).toMatchObject({ line: expect.any(Number), severity: "error" });
  });

  test("a wrong shape and, at once, a path that leads nowhere", async () => {
    const text = await changed(
      VERSION,
      [/workload: Deployment/, "workload: Deployment\n  colour: red"],
      [/path: spec\.size/, "path: spec.siez"],
    );
    const { violations } = await check(text);
    const line = (part: string) => text.split("\n").findIndex((each) => each.includes(part)) + 1;
    expect(violations.map((each) => [each.path, each.line])).toEqual([
      ["spec.colour", line("colour: red")],
      [expect.stringMatching(/^spec\.form\.\d+\.fields\.\d+\.path$/), line("spec.siez")],
    ]);
  });

  test("a version that is not higher, with the one to write", async () => {
    const { violations, suggested } = await check(await changed([/tier: *$|cpuPercent: 70/m, "cpuPercent: 60"]));
    expect(suggested?.version).toBe("1.1.0");
    expect(violations).toMatchObject([{ path: "metadata.version", remedy: "Write version: 1.1.0." }]);
  });

  test("nothing, where it is right", async () => {
    expect(await check(await changed(VERSION))).toMatchObject({ violations: [], newest: "1.0.0" });
  });
});

test("an impact names who changes and how, in groups of equal changes, and says what would fail", async () => {
  const text = await changed(VERSION, [/cpuPercent: 70/, "cpuPercent: 60"]);
  const impact = await impactOfTemplate(world.deps, PLATFORM, { name: NAME, text });
  expect(impact.looked).toBe(impact.total);
  expect(impact.total).toBeGreaterThan(0);
  expect(impact.groups.map(({ kinds }) => kinds)).toContainEqual([
    { kind: "HorizontalPodAutoscaler", change: "changed", count: 1 },
  ]);
  const [group] = impact.groups;
  expect(group?.places.length).toBeGreaterThan(0);
  expect(impact.verdicts).toEqual([]);

  const strict = await changed(VERSION, [
    /( +)path: spec\.scale\.min/,
    "$1bounds: { prod: { min: 50 } }\n$1path: spec.scale.min",
  ]);
  const { verdicts } = await impactOfTemplate(world.deps, PLATFORM, { name: NAME, text: strict });
  expect(verdicts).toMatchObject([{ verdict: "fails then", reason: expect.stringContaining("less than the 50") }]);
  expect(new Set(verdicts[0]?.places.map(({ environment }) => environment))).toEqual(new Set(["prod"]));
});

test("a preview shows one service then and now", async () => {
  const text = await changed(VERSION, [/cpuPercent: 70/, "cpuPercent: 60"]);
  const input = { name: NAME, text, service: "frontend", environment: "prod" };
  const { before, after, version, failing } = await previewTemplate(world.deps, PLATFORM, input);
  expect([version, failing]).toEqual(["1.0.0", []]);
  const differing = after.filter(({ yaml }, index) => yaml !== before[index]?.yaml).map(({ kind }) => kind);
  expect(differing).toContain("HorizontalPodAutoscaler");
});

test("a template's page gives what it is, who uses it, and an example that passes", async () => {
  const page = await showTemplate(world.deps, DANA, NAME);
  expect(page.users.map(({ name }) => name)).toContain("frontend");
  expect(page.can.edit).toMatchObject({ allowed: false, whoCould: "a platform engineer" });
  const example = await exampleOfTemplate(world.deps, DANA, { name: NAME, environment: "prod" });
  expect(example?.manifests.map(({ kind }) => kind)).toContain("Deployment");
});

describe("publishing", () => {
  test("is for platform engineers", async () => {
    const text = await changed(VERSION);
    await expect(publishTemplate(world.deps, DANA, { name: NAME, text, note: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(saveTemplateDraft(world.deps, DANA, { name: NAME, text })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("takes the draft that the person saw, and leaves none", async () => {
    const text = `# Why: fewer surprises.\n${await changed(VERSION)}`;
    expect(await saveTemplateDraft(world.deps, PLATFORM, { name: NAME, text })).toEqual({ version: 1 });
    expect(await saveTemplateDraft(world.deps, PLATFORM, { name: NAME, text, seen: 1 })).toEqual({ version: 2 });
    await expect(saveTemplateDraft(world.deps, PLATFORM, { name: NAME, text, seen: 1 })).rejects.toMatchObject({
      code: "stale",
    });
    const publish = (seen: number) =>
      publishTemplate(world.deps, PLATFORM, { name: NAME, text, note: "Fewer surprises.", seen });
    await expect(publish(1)).rejects.toMatchObject({ code: "stale" });
    expect(await publish(2)).toEqual({ reference: "web-service@1.1.0", version: "1.1.0" });

    const opened = await openTemplate(world.deps, PLATFORM, NAME);
    expect(opened).toMatchObject({ published: { version: "1.1.0", text }, can: { publish: { allowed: true } } });
    expect(opened.draft).toBeUndefined();
    const [newest] = (await showTemplate(world.deps, PLATFORM, NAME)).versions;
    expect(newest).toMatchObject({ version: "1.1.0", note: "Fewer surprises." });
    const item = (await listTemplateUse(world.deps, PLATFORM)).find(({ name }) => name === NAME);
    expect(item).toMatchObject({ version: "1.1.0", onNewest: 0 });
  });

  test("refuses what is not higher, what is wrong, and what says nothing of itself", async () => {
    const text = (await openTemplate(world.deps, PLATFORM, NAME)).published.text;
    const publish = (words: string, note = "x") =>
      publishTemplate(world.deps, PLATFORM, { name: NAME, text: words, note });
    await expect(publish(text)).rejects.toMatchObject({ code: "invalid", message: /not right yet/ });
    await expect(publish(text.replace("1.1.0", "1.2.0"), " ")).rejects.toMatchObject({ message: /what is new/ });
  });

  test("is for good: the database lets nobody change what is published", async () => {
    const change = world.database.pool.query("UPDATE template_version SET note = 'x' WHERE version = '1.1.0'");
    await expect(change).rejects.toThrow(/append-only/);
  });
});
