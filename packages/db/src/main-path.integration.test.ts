import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  applyDocuments,
  createRelease,
  type Deps,
  lookUp,
  policyJudge,
  referenceOnlyResolver,
  SYSTEM_ACTOR,
  saveService,
} from "@fairlead/application";
import { loadLibrary } from "@fairlead/library";
import { freshDatabase } from "@fairlead/testing";
import { readYaml } from "@fairlead/yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database, migrate, readers, unitOfWork } from "./index.ts";

const examples = join(import.meta.dirname, "../../../examples/online-boutique");
const library = loadLibrary();
const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

let database: Database;
let deps: Deps;

const cluster = (name: string) => ({
  apiVersion: "fairlead.dev/v1alpha1",
  kind: "Cluster",
  metadata: { name },
  spec: {},
});

function shop(): { value: unknown; where: string }[] {
  const files = readdirSync(examples).filter((name) => name.endsWith(".yaml"));
  return files.flatMap((file) =>
    readYaml(readFileSync(join(examples, file), "utf8"), { file }).documents.map(({ value }) => ({
      value,
      where: file,
    })),
  );
}

beforeAll(async () => {
  const url = await freshDatabase();
  // Two processes that start at once take turns.
  const applied = await Promise.all([migrate(url), migrate(url)]);
  expect(applied.flat()).toEqual(["0001_first"]);
  database = connect(url);
  deps = {
    transact: unitOfWork(database).transact,
    read: readers(database),
    now: () => new Date(),
    digest,
    judge: policyJudge(library.policies, digest),
    images: referenceOnlyResolver,
    defaultProfile: library.profiles.minimal,
    templates: library.templates,
    portalUrl: "https://fairlead.example.com",
  };
  const platform = [...["dev", "prod-eu", "prod-us"].map(cluster), ...library.environments, ...library.templates].map(
    (value) => ({ value }),
  );
  await applyDocuments(deps, SYSTEM_ACTOR, { documents: [...platform, ...shop()] });
});

afterAll(() => database.close());

describe("the catalog", () => {
  test("holds the shop, and applying it again changes nothing", async () => {
    const { items, total } = await deps.read.service.list({ limit: 100 });
    expect(total).toBe(11);
    expect(items.map(({ name }) => name)).toContain("frontend");
    const again = await applyDocuments(deps, SYSTEM_ACTOR, { documents: shop() });
    expect(new Set(again.documents.map(({ saved }) => saved))).toEqual(new Set(["unchanged"]));
  });

  test("takes all documents or none, and tells every problem", async () => {
    const team = { apiVersion: "fairlead.dev/v1alpha1", kind: "Team", metadata: { name: "new-team" }, spec: {} };
    const lost = {
      apiVersion: "fairlead.dev/v1alpha1",
      kind: "System",
      metadata: { name: "lost" },
      spec: { owner: "nobody-team" },
    };
    const wrong = { ...lost, metadata: { name: "lost-2" }, spec: { owner: "nobody-team" } };
    const attempt = applyDocuments(deps, SYSTEM_ACTOR, {
      documents: [{ value: team }, { value: lost, where: "a.yaml:1" }, { value: wrong, where: "b.yaml:1" }],
    });
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      details: {
        violations: [
          { where: "a.yaml:1", path: "spec.owner" },
          { where: "b.yaml:1", path: "spec.owner" },
        ],
      },
    });
    expect((await deps.read.catalog.teams()).map(({ name }) => name)).not.toContain("new-team");
  });

  test("of two edits from the same revision one wins, the other is told", async () => {
    const view = await deps.read.service.get("adservice");
    const edit = (description: string) =>
      saveService(deps, SYSTEM_ACTOR, {
        document: { ...view?.document, metadata: { ...view?.document.metadata, description } },
        revision: view?.revision ?? 0,
      });
    const outcomes = await Promise.allSettled([edit("One."), edit("Two.")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
  });
});

describe("a deploy", () => {
  test("is a release with a delivery for each cluster, audited", async () => {
    const { release, deliveries } = await createRelease(deps, SYSTEM_ACTOR, {
      service: "checkoutservice",
      environment: "prod",
    });
    expect(release.number).toBe(1);
    expect(deliveries.map(({ cluster: name }) => name)).toEqual(["prod-eu", "prod-us"]);
    const [activity] = await deps.read.activity.list({
      subject: { kind: "Service", name: "checkoutservice" },
      limit: 1,
    });
    expect(activity?.summary).toBe("Deploying v0.10.6 to prod");
    const view = await deps.read.service.get("checkoutservice");
    expect(view?.destinations.map(({ namespace }) => namespace)).toEqual(["checkoutservice", "checkoutservice"]);
  });

  test("two at once get different numbers, and one delivery stays current", async () => {
    const deploy = () => createRelease(deps, SYSTEM_ACTOR, { service: "frontend", environment: "dev" });
    const both = await Promise.all([deploy(), deploy()]);
    expect(both.map(({ release }) => release.number).sort()).toEqual([1, 2]);
    const states = (await deps.read.delivery.ofService("frontend", 10)).map(({ state }) => state).sort();
    expect(states).toEqual(["queued", "superseded"]);
  });

  test("that fails halfway leaves nothing", async () => {
    const failing: Deps = {
      ...deps,
      transact: (work) =>
        deps.transact((tx) => work({ ...tx, audit: { append: () => Promise.reject(new Error("the disk is full")) } })),
    };
    await expect(
      createRelease(failing, SYSTEM_ACTOR, { service: "cartservice", environment: "dev" }),
    ).rejects.toMatchObject({ code: "internal" });
    expect(await deps.read.service.releases("cartservice", 10)).toEqual([]);
    expect(await deps.read.delivery.ofService("cartservice", 10)).toEqual([]);
  });

  test("is refused to who may not, with the reason", async () => {
    const developer = {
      personId: "",
      name: "Dana",
      memberships: [{ team: "shipping-team", role: "developer" as const }],
      platformEngineer: false,
      via: "session" as const,
    };
    await expect(
      createRelease(deps, developer, { service: "shippingservice", environment: "prod" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(createRelease(deps, developer, { service: "frontend", environment: "dev" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the look-up finds the owner", () => {
  test.each([
    ["frontend", "service"],
    ["shop.example.com", "host"],
    ["https://shop.example.com/cart?x=1", "host"],
    ["frontend.frontend-dev.svc.cluster.local:80", "service"],
    ["frontend-7d9f8c6b5-x2x9k", "pod"],
    ["frontend-dev", "namespace"],
    ["us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/frontend:v0.10.6", "image"],
    ["FIRING: KubePodCrashLooping pod frontend-7d9f8c6b5-x2x9k in frontend-dev", "namespace"],
  ])("of %s", async (query, kind) => {
    const [answer] = await lookUp(deps, SYSTEM_ACTOR, query);
    expect(answer).toMatchObject({ owner: { team: "storefront-team" }, match: { kind }, entity: { name: "frontend" } });
  });

  test("and says nothing where there is nothing", async () => {
    expect(await lookUp(deps, SYSTEM_ACTOR, "no-such-thing")).toEqual([]);
    expect(await lookUp(deps, SYSTEM_ACTOR, "  ")).toEqual([]);
  });
});
