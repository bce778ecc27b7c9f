import { applyDocuments, SYSTEM_ACTOR, saveService } from "@fairlead/application";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { document, member, serviceDocument, shopDocuments, startWorld, type World } from "../../testing/start-world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const apply = (documents: unknown[], actor = SYSTEM_ACTOR, options = {}) =>
  applyDocuments(world.deps, actor, { documents: documents.map((value) => ({ value })), ...options });

async function count(table: string): Promise<number> {
  const { rows } = await world.database.pool.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  return Number(rows[0]?.count);
}

describe("a set of documents", () => {
  test("that is there already changes nothing, and leaves no audit event", async () => {
    const before = [await count("service_revision"), await count("audit_event")];
    const { documents } = await applyDocuments(world.deps, SYSTEM_ACTOR, { documents: shopDocuments() });
    expect(new Set(documents.map(({ saved }) => saved))).toEqual(new Set(["unchanged"]));
    expect([await count("service_revision"), await count("audit_event")]).toEqual(before);
  });

  test("is taken whole or not at all, and every problem is told with its place", async () => {
    const attempt = applyDocuments(world.deps, SYSTEM_ACTOR, {
      documents: [
        { value: document("Team", "new-team", {}) },
        { value: document("System", "lost", { owner: "nobody" }), where: "a.yaml:1" },
        { value: serviceDocument("lost", { template: "none@1.0.0", environments: { moon: {} } }), where: "b.yaml:7" },
      ],
    });
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      message: "Nothing was applied: 3 things are wrong.",
      details: {
        violations: [
          { where: "a.yaml:1", path: "spec.owner" },
          { where: "b.yaml:7", path: "spec.template" },
          { where: "b.yaml:7", path: "spec.environments.moon" },
        ],
      },
    });
    expect((await world.deps.read.catalog.teams()).map(({ name }) => name)).not.toContain("new-team");
  });

  test("may hold what its documents refer to, in any order", async () => {
    const { documents } = await apply([
      serviceDocument("parcels", { owner: "parcels-team", system: "post" }),
      document("System", "post", { owner: "parcels-team" }),
      document("Team", "parcels-team", { parent: "logistics" }),
      document("Team", "logistics", {}),
    ]);
    expect(documents.map(({ name }) => name)).toEqual(["logistics", "parcels-team", "post", "parcels"]);
    const view = await world.deps.read.service.get("parcels");
    expect(view).toMatchObject({ owner: { team: "parcels-team" }, system: "post", revision: 1 });
  });

  test("with the same document twice is refused", async () => {
    await expect(apply([serviceDocument("twins"), serviceDocument("twins")])).rejects.toMatchObject({
      details: { violations: [{ reason: "Service twins is there twice" }] },
    });
  });

  test("with teams above each other in a circle is refused", async () => {
    await apply([document("Team", "upper", {}), document("Team", "lower", { parent: "upper" })]);
    await expect(apply([document("Team", "upper", { parent: "lower" })])).rejects.toMatchObject({
      details: { violations: [{ path: "spec.parent", reason: "upper is under lower is under upper" }] },
    });
  });

  test("never changes a published template", async () => {
    const [template] = world.deps.templates;
    const changed = { ...template, metadata: { ...template?.metadata, title: "Another" } };
    await expect(apply([changed])).rejects.toMatchObject({
      code: "invalid",
      details: { violations: [{ path: "metadata.version" }] },
    });
  });

  test("that is only tried says what would change, and changes nothing", async () => {
    const { documents } = await apply([serviceDocument("maybe")], SYSTEM_ACTOR, { dryRun: true });
    expect(documents).toEqual([{ kind: "Service", name: "maybe", saved: "created" }]);
    expect(await world.deps.read.service.get("maybe")).toBeUndefined();
  });
});

describe("rights", () => {
  test("every document that is not somebody's to write is told, and nothing is written", async () => {
    const attempt = apply(
      [
        serviceDocument("mine"),
        document("Resource", "redis-cart", { owner: "shipping-team", type: "database" }),
        document("Cluster", "own-cluster", {}),
      ],
      member("shipping-team", "developer"),
    );
    await expect(attempt).rejects.toMatchObject({
      code: "forbidden",
      details: { violations: [{ where: "Resource redis-cart" }, { where: "Cluster own-cluster" }] },
    });
    expect(await world.deps.read.service.get("mine")).toBeUndefined();
  });

  test("a team is its maintainers' to change, but not its developers', and a new one is the platform's", async () => {
    const changed = document("Team", "shipping-team", { groups: [{ name: "shipping-team", role: "developer" }] });
    const fresh = document("Team", "my-own-team", {});
    await expect(apply([changed], member("shipping-team", "developer"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(apply([fresh], member("shipping-team", "maintainer"))).rejects.toMatchObject({ code: "forbidden" });
    const { documents } = await apply([changed], member("shipping-team", "maintainer"));
    expect(documents).toMatchObject([{ saved: "updated" }]);
  });
});

describe("a service", () => {
  test("of two edits from the same revision one wins, the other is told what is there now", async () => {
    const view = await world.deps.read.service.get("adservice");
    const edit = (description: string) =>
      saveService(world.deps, SYSTEM_ACTOR, {
        document: { ...view?.document, metadata: { ...view?.document.metadata, description } },
        revision: view?.revision ?? 0,
      });
    const outcomes = await Promise.allSettled([edit("One."), edit("Two.")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const now = await world.deps.read.service.get("adservice");
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "stale", details: { current: { revision: now?.revision, document: now?.document } } },
    });
  });

  test("that is saved as it was gets no new revision", async () => {
    const view = await world.deps.read.service.get("emailservice");
    const saved = await saveService(world.deps, SYSTEM_ACTOR, { document: view?.document, revision: 1 });
    expect(saved.revision).toBe(1);
    expect(await world.deps.read.service.revisions("emailservice", 10)).toHaveLength(1);
  });

  test("whose name is taken is refused with the owner of the other one", async () => {
    const attempt = saveService(world.deps, SYSTEM_ACTOR, { document: serviceDocument("frontend") });
    await expect(attempt).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("storefront-team"),
    });
  });

  test("changes hands only with both teams' consent, and its history of owners has no gap", async () => {
    const handed = serviceDocument("handed-over", { owner: "shipping-team" });
    await apply([handed]);
    const taken = { ...handed, spec: { ...handed.spec, owner: "storefront-team" } };
    await expect(apply([taken], member("storefront-team", "developer"))).rejects.toMatchObject({ code: "forbidden" });
    await apply([taken]);
    const { rows } = await world.database.pool.query<{ name: string; gap: boolean; open: boolean }>(
      `SELECT t.name, o.valid_to IS NULL AS open,
              o.valid_from <> lag(o.valid_to, 1, o.valid_from) OVER (ORDER BY o.valid_from) AS gap
       FROM ownership o JOIN team t ON t.id = o.team_id JOIN entity e ON e.id = o.entity_id
       WHERE e.name = 'handed-over' ORDER BY o.valid_from`,
    );
    expect(rows).toEqual([
      { name: "shipping-team", open: false, gap: false },
      { name: "storefront-team", open: true, gap: false },
    ]);
  });

  test("from a repository is changed only from there", async () => {
    const kept = serviceDocument("kept");
    await apply([kept], SYSTEM_ACTOR, { source: "repository" });
    const changed = { ...kept, metadata: { ...kept.metadata, title: "Kept" } };
    await expect(apply([changed])).rejects.toMatchObject({
      details: { violations: [{ reason: expect.stringContaining("kept in a repository") }] },
    });
    await expect(saveService(world.deps, SYSTEM_ACTOR, { document: changed, revision: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await apply([changed], SYSTEM_ACTOR, { source: "repository" })).documents).toMatchObject([
      { saved: "updated" },
    ]);
  });

  test("knows what it calls and who calls it, also where only one environment does", async () => {
    await apply([
      serviceDocument("caller", {
        needs: [{ service: "adservice", port: "grpc" }],
        environments: { dev: { needs: [{ service: "nowhere", optional: true }, { resource: "redis-cart" }] } },
      }),
    ]);
    const view = await world.deps.read.service.get("caller");
    expect(view?.needs).toEqual([
      { kind: "service", name: "adservice", port: "grpc", optional: false, owner: expect.anything() },
      { kind: "service", name: "nowhere", optional: true },
      { kind: "resource", name: "redis-cart", optional: false, owner: expect.anything() },
    ]);
    expect((await world.deps.read.service.get("adservice"))?.calledBy).toEqual(["caller", "frontend"]);
  });

  test("keeps what its template opens to others, whoever writes it and by whatever way", async () => {
    const strict = {
      ...document("Template", "strict", {
        workload: "Deployment",
        form: [],
        editableBy: { "spec.size": ["platform-engineer"] },
        sizes: {
          small: { cpu: "100m", memory: "128Mi", ephemeralStorage: "1Gi" },
          large: { cpu: "1", memory: "2Gi", ephemeralStorage: "1Gi" },
        },
      }),
    };
    await apply([
      { ...strict, metadata: { name: "strict", version: "1.0.0", title: "S", description: "S.", owner: "p" } },
    ]);
    const small = serviceDocument("restricted", { template: "strict@1.0.0" });
    const large = { ...small, spec: { ...small.spec, size: "large" } };
    const dana = member("shipping-team", "developer");
    const refusal = { code: "invalid", details: { violations: [{ path: "spec.size" }] } };
    await expect(apply([large], dana)).rejects.toMatchObject(refusal);
    await expect(saveService(world.deps, dana, { document: large })).rejects.toMatchObject(refusal);
    await saveService(world.deps, dana, { document: small });
    await expect(saveService(world.deps, dana, { document: large, revision: 1 })).rejects.toMatchObject(refusal);
    // What a platform engineer decided, a developer keeps without noticing.
    await saveService(world.deps, SYSTEM_ACTOR, { document: large, revision: 1 });
    const titled = { ...large, metadata: { ...large.metadata, title: "Restricted" } };
    expect((await saveService(world.deps, dana, { document: titled, revision: 2 })).revision).toBe(3);
  });
});
