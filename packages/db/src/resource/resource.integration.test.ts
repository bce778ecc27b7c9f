import { getResource, listResources, SYSTEM_ACTOR, saveResource, saveService } from "@fairlead/application";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { document, member, serviceDocument, startWorld, type World } from "../../testing/start-world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const dana = member("shipping-team", "developer");
const parcels = (spec: object = {}) =>
  document("Resource", "parcels-db", { owner: "shipping-team", type: "PostgreSQL", ...spec });
const why = { template: "off-platform@1.0.0", reason: " It needs the disks of its own machine. " };

describe("something off the platform", () => {
  test("is not declared without saying why", async () => {
    await expect(saveResource(world.deps, dana, { document: parcels() })).rejects.toMatchObject({
      code: "invalid",
      details: { violations: [{ path: "decision.reason" }] },
    });
  });

  test("is kept with who decided it and why, and is found with its addresses", async () => {
    const address = { host: "parcels.example.com", port: 5432, cidrs: ["10.20.0.0/16"] };
    await saveResource(world.deps, dana, { document: parcels({ environments: { prod: address } }), decision: why });
    const found = await getResource(world.deps, dana, "parcels-db");
    expect(found).toMatchObject({
      version: 1,
      owner: { team: "shipping-team" },
      decisions: [
        {
          template: "off-platform@1.0.0",
          outcome: "off-platform",
          reason: "It needs the disks of its own machine.",
          by: "Dana",
        },
      ],
      can: { edit: { allowed: true } },
    });
    expect(found.document.spec.environments?.prod).toEqual(address);
    expect(await world.deps.read.lookup.byHost(["parcels.example.com"])).toMatchObject([{ name: "parcels-db" }]);
  });

  test("knows who needs it, in a list too", async () => {
    const needs = [{ resource: "parcels-db", as: "PARCELS_DB" }];
    await saveService(world.deps, SYSTEM_ACTOR, {
      document: serviceDocument("parcels", { needs }),
      fit: await allNo("web-service"),
    });
    expect((await getResource(world.deps, dana, "parcels-db")).neededBy).toEqual(["parcels"]);
    const { items, total } = await listResources(world.deps, dana, { text: "parcels.example", limit: 10 });
    expect({ items, total }).toMatchObject({ items: [{ name: "parcels-db", neededBy: 1 }], total: 1 });
  });

  test("is changed from the version that somebody saw, by its owner only", async () => {
    const changed = { document: parcels({ tier: 1 }), version: 1 };
    await expect(saveResource(world.deps, member("storefront-team", "maintainer"), changed)).rejects.toMatchObject({
      code: "forbidden",
    });
    await saveResource(world.deps, dana, changed);
    await expect(saveResource(world.deps, dana, changed)).rejects.toMatchObject({ code: "stale" });
    expect((await getResource(world.deps, dana, "parcels-db")).decisions).toHaveLength(1);
  });

  test("has a name of its own", async () => {
    await expect(saveResource(world.deps, dana, { document: parcels(), decision: why })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("shipping-team"),
    });
  });

  test("what was decided is never changed", async () => {
    const change = world.database.pool.query("UPDATE fit_decision SET reason = 'Something else.'");
    await expect(change).rejects.toThrow();
  });
});

describe("the questions whether it belongs here", () => {
  const declare = (name: string, fit: Awaited<ReturnType<typeof allNo>>) =>
    saveService(world.deps, dana, { document: serviceDocument(name), fit });

  test("are answered before a service is declared", async () => {
    await expect(declare("unasked", [])).rejects.toMatchObject({
      details: { violations: [{ path: "fit.0", reason: "is missing" }, { path: "fit.1" }] },
    });
  });

  test("end it where a yes forbids", async () => {
    const [first, second] = await allNo("web-service");
    if (first === undefined || second === undefined) throw new Error("web-service asks two questions.");
    await expect(declare("forbidden", [first, { ...second, yes: true, reason: "We want to." }])).rejects.toMatchObject({
      details: { violations: [{ path: "fit.1" }] },
    });
  });

  test("let it go on against advice, with who decided that and why", async () => {
    const [first, ...rest] = await allNo("web-service");
    if (first === undefined) throw new Error("web-service asks something.");
    await declare("advised", [{ ...first, yes: true, reason: "The files are a cache." }, ...rest]);
    expect(await world.deps.read.resource.decisions("Service", "advised")).toMatchObject([
      { outcome: "on-platform", question: { ask: first.ask }, reason: "The files are a cache.", by: "Dana" },
    ]);
  });

  test("are no use to what makes nothing that runs: that is a resource", async () => {
    const document = serviceDocument("nothing-runs", { template: "off-platform@1.0.0" });
    await expect(saveService(world.deps, dana, { document })).rejects.toMatchObject({
      details: { violations: [{ path: "spec.template", remedy: expect.stringContaining("Resource") }] },
    });
  });

  test("are not asked again when a service is changed", async () => {
    const view = await world.deps.read.service.get("advised");
    const changed = { ...view?.document, metadata: { name: "advised", title: "Advised" } };
    const saved = await saveService(world.deps, dana, { document: changed, revision: 1 });
    expect(saved.revision).toBe(2);
  });
});

/** No to everything that a template asks. */
async function allNo(template: string): Promise<{ ask: string; yes: boolean; reason?: string }[]> {
  const found = await world.deps.read.catalog.template(template, "1.0.0");
  return (found?.spec.fit ?? []).map(({ ask }) => ({ ask, yes: false }));
}
