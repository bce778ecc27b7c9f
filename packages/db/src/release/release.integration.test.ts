import { applyDocuments, createRelease, type Deps, SYSTEM_ACTOR, saveService } from "@fairlead/application";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { member, serviceDocument, startWorld, type World } from "../../testing/start-world.ts";

let world: World;
let deps: Deps;

beforeAll(async () => {
  world = await startWorld();
  deps = world.deps;
});
afterAll(() => world.stop());

const deploy = (service: string, environment = "dev", options = {}) =>
  createRelease(deps, SYSTEM_ACTOR, { service, environment, ...options });

describe("a deploy", () => {
  test("is a release with a delivery and a job for each cluster, audited", async () => {
    const { release, deliveries } = await deploy("checkoutservice", "prod", { reason: "The fix" });
    expect(release.number).toBe(1);
    expect(deliveries.map(({ cluster }) => cluster)).toEqual(["prod-eu", "prod-us"]);
    const { rows } = await world.database.pool.query<{ key: string }>(
      "SELECT key FROM job WHERE queue = 'deliver' AND key = ANY ($1)",
      [deliveries.map(({ id }) => id)],
    );
    expect(rows).toHaveLength(2);
    const [activity] = await deps.read.activity.list({
      subject: { kind: "Service", name: "checkoutservice" },
      limit: 1,
    });
    expect(activity).toMatchObject({ summary: "Deploying v0.10.6 to prod", by: "Fairlead", environment: "prod" });
    const view = await deps.read.service.get("checkoutservice");
    expect(view?.destinations.map(({ namespace }) => namespace)).toEqual(["checkoutservice", "checkoutservice"]);
  });

  test("of two at once get different numbers, and one delivery stays current", async () => {
    const both = await Promise.all([deploy("frontend"), deploy("frontend")]);
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
    expect((await deps.read.service.get("cartservice"))?.destinations).toEqual([]);
  });

  test("is refused where the declaration was changed while it was prepared", async () => {
    const view = await deps.read.service.get("emailservice");
    const late: Deps = {
      ...deps,
      images: {
        resolve: async (image) => {
          const document = { ...view?.document, metadata: { ...view?.document.metadata, title: "Changed meanwhile" } };
          await saveService(deps, SYSTEM_ACTOR, { document, revision: 1 });
          return deps.images.resolve(image);
        },
      },
    };
    await expect(
      createRelease(late, SYSTEM_ACTOR, { service: "emailservice", environment: "dev" }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await deps.read.service.releases("emailservice", 10)).toEqual([]);
  });

  test("is refused to who may not, with who could", async () => {
    const developer = member("shipping-team", "developer");
    const attempt = (service: string, environment: string) => createRelease(deps, developer, { service, environment });
    await expect(attempt("shippingservice", "prod")).rejects.toMatchObject({
      code: "forbidden",
      details: { whoCould: "a maintainer of shipping-team" },
    });
    await expect(attempt("frontend", "dev")).rejects.toMatchObject({ code: "forbidden" });
    expect((await attempt("shippingservice", "dev")).release.by).toBe("Dana");
  });

  test("is refused where the service is not declared for the environment, with the way out", async () => {
    await expect(deploy("loadgenerator", "prod")).rejects.toMatchObject({
      code: "invalid",
      details: { violations: [{ path: "spec.environments", fix: { patch: { environments: { prod: {} } } } }] },
    });
  });

  test("with an image by tag is refused where a digest is required", async () => {
    const strict = (await deps.read.catalog.environments()).find(({ metadata }) => metadata.name === "staging");
    const document = { ...strict, spec: { ...strict?.spec, requireDigest: true } };
    await applyDocuments(deps, SYSTEM_ACTOR, { documents: [{ value: document }] });
    await expect(deploy("adservice", "staging")).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("could not be resolved"),
    });
    const pinned = `registry.example.com/shop/adservice:v1@sha256:${"a".repeat(64)}`;
    expect((await deploy("adservice", "staging", { image: pinned })).release.digest).toMatch(/^sha256:a+$/);
  });

  test("never goes into the namespace of another service", async () => {
    // On one cluster, "odd" in dev and "odd-dev" without its environment would both be called odd-dev.
    const dev = (await deps.read.catalog.environments()).find(({ metadata }) => metadata.name === "dev");
    const pattern = (namespacePattern: string) => ({ ...dev, spec: { ...dev?.spec, namespacePattern } });
    const documents = [serviceDocument("odd"), serviceDocument("odd-dev")].map((value) => ({ value }));
    await applyDocuments(deps, SYSTEM_ACTOR, { documents });
    await applyDocuments(deps, SYSTEM_ACTOR, { documents: [{ value: pattern("{service}") }] });
    await deploy("odd-dev");
    await applyDocuments(deps, SYSTEM_ACTOR, { documents: [{ value: pattern("{service}-{environment}") }] });
    await expect(deploy("odd")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("holds odd-dev in dev already"),
    });
    // A place that was chosen once stays, whatever the pattern says now.
    await deploy("odd-dev");
    expect((await deps.read.service.get("odd-dev"))?.destinations).toMatchObject([{ namespace: "odd-dev" }]);
  });
});
