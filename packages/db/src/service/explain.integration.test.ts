import {
  applyDocuments,
  createRelease,
  type ExplainedLines,
  explainDelivered,
  explainService,
  getManifests,
  type ManifestView,
  previewService,
  SYSTEM_ACTOR,
  saveService,
} from "@fairlead/application";
import { afterAll, beforeAll, expect, test } from "vitest";
import { document, serviceDocument, startWorld, type World } from "../../testing/start-world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ shop: false });

  const team = document("Team", "shipping-team", {});
  await applyDocuments(world.deps, SYSTEM_ACTOR, { documents: [{ value: team }] });
});
afterAll(() => world.stop());

const declared = serviceDocument("explained", {
  scale: { min: 3 },
  environments: { dev: {}, staging: { scale: { min: 2 } } },
});

/** Who set the line that holds a text, in the object of a kind. */
function setterOf(explained: ExplainedLines, manifests: readonly ManifestView[], kind: string, text: string) {
  const yaml = manifests.find((manifest) => manifest.kind === kind)?.yaml.split("\n") ?? [];
  const lines = explained.objects.find((object) => object.kind === kind)?.lines ?? [];
  return explained.sources[lines[yaml.findIndex((line) => line.includes(text))] ?? -1];
}

test("every line of a draft says who set it, and what the answer stands in the place of", async () => {
  const draft = { document: declared, environment: "dev" };
  const [{ manifests }, explained] = await Promise.all([
    previewService(world.deps, SYSTEM_ACTOR, draft),
    explainService(world.deps, SYSTEM_ACTOR, draft),
  ]);
  expect(explained.objects.map(({ lines }) => lines.length)).toEqual(
    manifests.map(({ yaml }) => yaml.trimEnd().split("\n").length),
  );
  expect(setterOf(explained, manifests, "HorizontalPodAutoscaler", "minReplicas: 3")).toMatchObject({
    by: "answer",
    path: "spec.scale.min",
    instead: "the template says 2",
  });
  expect(setterOf(explained, manifests, "Deployment", "readOnlyRootFilesystem")).toMatchObject({ by: "baseline" });
});

test("an environment's own answer says what it is elsewhere", async () => {
  const draft = { document: declared, environment: "staging" };
  const [{ manifests }, explained] = await Promise.all([
    previewService(world.deps, SYSTEM_ACTOR, draft),
    explainService(world.deps, SYSTEM_ACTOR, draft),
  ]);
  expect(setterOf(explained, manifests, "HorizontalPodAutoscaler", "minReplicas: 2")).toMatchObject({
    path: "spec.environments.staging.scale.min",
    instead: "elsewhere it is 3",
  });
});

test("what cannot be rendered yet has nothing to explain", async () => {
  const draft = { document: { kind: "Service" }, environment: "dev" };
  expect(await explainService(world.deps, SYSTEM_ACTOR, draft)).toEqual({ sources: [], objects: [] });
});

test("what was delivered is explained from its release; what would be otherwise by now is of the past", async () => {
  const template = await world.deps.read.catalog.template("web-service", "1.0.0");
  const fit = (template?.spec.fit ?? []).map(({ ask }) => ({ ask, yes: false }));
  await saveService(world.deps, SYSTEM_ACTOR, { document: declared, fit });
  await createRelease(world.deps, SYSTEM_ACTOR, { service: "explained", environment: "dev" });
  // Edited since: the release still has its revision.
  const edited = { ...declared, spec: { ...declared.spec, scale: { min: 4 } } };
  await saveService(world.deps, SYSTEM_ACTOR, { document: edited, revision: 1 });

  const place = { service: "explained", environment: "dev" };
  const delivered = await getManifests(world.deps, SYSTEM_ACTOR, place);
  const explained = await explainDelivered(world.deps, SYSTEM_ACTOR, place);
  const manifests = delivered?.manifests ?? [];
  expect(setterOf(explained, manifests, "HorizontalPodAutoscaler", "minReplicas: 3")).toMatchObject({
    by: "answer",
    instead: "the template says 2",
  });
  const used = explained.objects.flatMap(({ lines }) => lines).map((line) => explained.sources[line]?.by);
  expect(used).not.toContain("past");

  // Tomorrow's Fairlead renders something else: a label of the past stands for it.
  await world.database.pool.query("ALTER TABLE blob DISABLE TRIGGER ALL");
  await world.database.pool.query(
    `UPDATE blob SET content = replace(content::text, '"minReplicas": 3', '"minReplicas": 9')::jsonb`,
  );
  const changed = await explainDelivered(world.deps, SYSTEM_ACTOR, place);
  const now = (await getManifests(world.deps, SYSTEM_ACTOR, place))?.manifests ?? [];
  expect(setterOf(changed, now, "HorizontalPodAutoscaler", "minReplicas: 9")).toMatchObject({ by: "past" });
});
