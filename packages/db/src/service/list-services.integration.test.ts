import { applyDocuments, listServices, SYSTEM_ACTOR } from "@fairlead/application";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { member, serviceDocument, startWorld, type World } from "../../testing/start-world.ts";
import { readers } from "../readers.ts";

const MANY = 2000;

let world: World;

beforeAll(async () => {
  world = await startWorld();
  const names = Array.from({ length: MANY }, (_, index) => `many-${String(index).padStart(4, "0")}`);
  await applyDocuments(world.deps, SYSTEM_ACTOR, {
    documents: names.map((name) => ({ value: serviceDocument(name) })),
  });
  await world.database.pool.query(
    `INSERT INTO destination (service_id, environment, cluster, namespace, health)
     SELECT e.id, v.name, c, e.name || '-' || v.name, CASE WHEN e.name = 'many-0007' THEN 'Degraded' ELSE 'Healthy' END
     FROM entity e, (VALUES ('dev', 'dev'), ('prod', 'prod-eu'), ('prod', 'prod-us')) AS v (name, c)
     WHERE e.name LIKE 'many-%'`,
  );
  await world.database.pool.query("ANALYZE");
});
afterAll(() => world.stop());

/** The readers over a database that counts the questions. */
function counting() {
  const questions: string[] = [];
  const { pool, ...rest } = world.database;
  const counted = new Proxy(pool, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (key !== "query" || typeof member !== "function") return member;
      return (...args: unknown[]): unknown => {
        questions.push(String(args[0]));
        return Reflect.apply(member, target, args);
      };
    },
  });
  return { questions, read: readers({ ...rest, pool: counted }) };
}

describe(`the list of ${MANY} services`, () => {
  test("takes one question a page, and little time", async () => {
    const { questions, read } = counting();
    const began = performance.now();
    const { items, total } = await listServices({ read }, SYSTEM_ACTOR, { text: "many", limit: 100 });
    expect([items.length, total, questions.length]).toEqual([100, MANY, 1]);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(items[0]?.environments.map(({ environment }) => environment)).toEqual(["dev", "prod"]);
  });

  test("is read to its end page by page, each service once", async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listServices(world.deps, SYSTEM_ACTOR, { limit: 300, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next;
      if (cursor === undefined) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([MANY + 11, MANY + 11]);
    expect(seen).toEqual([...seen].sort());
  });

  test("narrows to what is not healthy, to one's own, and to a text that is taken as it stands", async () => {
    const names = async (input: object, actor = SYSTEM_ACTOR) =>
      (await listServices(world.deps, actor, { limit: 5, ...input })).items.map(({ name }) => name);
    expect(await names({ text: "many", notHealthy: true })).toEqual(["many-0007"]);
    expect(await names({ mine: true }, member("storefront-team", "viewer"))).not.toContain("many-0000");
    expect(await names({ text: "many_0007" })).toEqual([]);
  });

  test("is applied again without a change in a moment", async () => {
    const { rows } = await world.database.pool.query<{ document: unknown }>(
      "SELECT document FROM entity WHERE name LIKE 'many-%'",
    );
    const began = performance.now();
    const documents = rows.map(({ document }) => ({ value: document }));
    const applied = await applyDocuments(world.deps, SYSTEM_ACTOR, { documents });
    expect(new Set(applied.documents.map(({ saved }) => saved))).toEqual(new Set(["unchanged"]));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
