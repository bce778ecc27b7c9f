import { type ApiWorld, exampleDocuments, startApiWorld } from "@fairlead/testing/api-world";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter, createCaller } from "./app-router.ts";
import { REST_ROUTES } from "./rest/routes.ts";
import { proceduresOf } from "./test/procedures-of.ts";

/** A Service document that nobody has declared. */
function newService(name: string): Record<string, unknown> {
  return {
    apiVersion: "fairlead.dev/v1alpha1",
    kind: "Service",
    metadata: { name, title: name },
    spec: {
      template: "grpc-service@1.0.0",
      owner: "shipping-team",
      image: "registry.example.com/shop/parcels:v1",
      ports: [{ name: "grpc", port: 50051, protocol: "grpc" }],
      environments: { dev: {} },
    },
  };
}

const EXCEPTION = {
  service: "shippingservice",
  environments: ["dev"],
  subject: { kind: "policy", policy: "spread" } as const,
  reason: "The licence is bound to one host.",
  control: "The team watches that host.",
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** One valid call of each mutation. A new mutation has to be added here, or the walk fails. */
const PROCEDURES: Record<string, (api: ReturnType<typeof createCaller>) => Promise<unknown>> = {
  "token.issue": (api) => api.token.issue({ name: "pipeline" }),
  "token.revoke": async (api) => {
    const [token] = await api.token.list();
    await api.token.revoke({ id: token?.id ?? "" });
  },
  "session.end": async (api) => expect(await api.session.end({})).toEqual({ ended: 1 }),
  "policy.move": async (api) =>
    expect(
      await api.policy.move({ policy: "spread", warnFrom: "2999-01-01T00:00:00Z", reason: "To see first" }),
    ).toBeUndefined(),
  "service.save": async (api) => {
    const document = newService("parcels");
    const template = await api.template.get({ reference: "grpc-service@1.0.0" });
    const fit = (template.spec.fit ?? []).map(({ ask }) => ({ ask, yes: false }));
    await api.service.save({ document, fit });
  },
  "service.saveAdopted": (api) => api.service.saveAdopted({ documents: [newService("adopted-parcels")] }),
  "resource.save": (api) =>
    api.resource.save({
      document: {
        apiVersion: "fairlead.dev/v1alpha1",
        kind: "Resource",
        metadata: { name: "parcels-db" },
        spec: { owner: "shipping-team", type: "PostgreSQL" },
      },
      decision: { template: "off-platform@1.0.0", reason: "It needs disks of its own." },
    }),
  "template.saveDraft": async (api) => {
    const { published } = await api.template.open({ name: "worker" });
    await api.template.saveDraft({ name: "worker", text: published.text });
  },
  "template.discardDraft": (api) => api.template.discardDraft({ name: "worker", seen: 1 }),
  "template.publish": async (api) => {
    const { published } = await api.template.open({ name: "worker" });
    const text = published.text.replace(/version: ['"]?\d+\.\d+\.\d+['"]?/, "version: 9.0.0");
    await api.template.publish({ name: "worker", text, note: "Nothing but a number." });
  },
  "exception.request": (api) => api.exception.request({ ...EXCEPTION, until: inDays(14) }),
  "exception.end": async (api) => {
    const { items } = await api.exception.list({ filter: "requested" });
    await api.exception.end({ number: items[0]?.number ?? 0 });
  },
  "exception.decide": async (api) => {
    const { number } = await api.exception.request({ ...EXCEPTION, until: inDays(14) });
    const platform = createCaller(await world.context("platform"));
    await platform.exception.decide({ number, decision: "approved" });
  },
  "release.create": (api) => api.release.create({ service: "shippingservice", environment: "dev" }),
};

const ROUTES: Record<string, (world: ApiWorld) => Promise<Response>> = {
  "POST /apply": (world) =>
    world.rest("platform", "/apply", { method: "POST", body: JSON.stringify({ documents: [newService("letters")] }) }),
  "POST /services/{name}/deploy": (world) =>
    world.rest("platform", "/services/emailservice/deploy", {
      method: "POST",
      body: JSON.stringify({ environment: "dev" }),
    }),
};

/** Not written for anybody to read: what was asked before, what wakes whom, when somebody was last seen. */
const WITHOUT_MEANING = ["audit_event", "idempotency_key", "job", "lease", "person"];

let world: ApiWorld;

beforeAll(async () => {
  world = await startApiWorld();
  await world.signIn("developer");
});
afterAll(() => world.stop());

/** The transactions since `from` that wrote to any of the tables, by Postgres' own mark on each row. */
async function writers(tables: readonly string[], from: string): Promise<string[]> {
  const parts = tables.map((table) => `SELECT xmin::text AS id FROM "${table}" WHERE xmin::text::bigint >= ${from}`);
  const { rows } = await world.database.pool.query<{ id: string }>(parts.join(" UNION "));
  return rows.map(({ id }) => id);
}

async function catalogTables(): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'",
  );
  return rows.map(({ name }) => name).filter((name) => !WITHOUT_MEANING.includes(name));
}

/** How many rows there are in all of the tables: what is deleted leaves no mark of its transaction. */
async function rowsIn(tables: readonly string[]): Promise<number> {
  const parts = tables.map((table) => `(SELECT count(*) FROM "${table}")`);
  const { rows } = await world.database.pool.query<{ rows: string }>(`SELECT ${parts.join(" + ")} AS rows`);
  return Number(rows[0]?.rows);
}

/** Runs a change, and gives the transactions that changed something and those that left an audit event. */
async function trace(change: () => Promise<unknown>) {
  const tables = await catalogTables();
  const before = await rowsIn(tables);
  const { rows } = await world.database.pool.query<{ next: string }>(
    "SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next",
  );
  const from = rows[0]?.next ?? "0";
  await change();
  const audited = await writers(["audit_event"], from);
  const deleting = (await rowsIn(tables)) < before ? [audited[0] ?? "unknown"] : [];
  return { changed: [...(await writers(tables, from)), ...deleting], audited };
}

const mutations = proceduresOf(appRouter).flatMap(({ path, procedure }) =>
  procedure._def.type === "mutation" ? [path] : [],
);
const writes = REST_ROUTES.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);

test("the walk knows every mutation and every route that writes", () => {
  expect(Object.keys(PROCEDURES).sort()).toEqual(mutations.sort());
  expect(Object.keys(ROUTES).sort()).toEqual([...writes].sort());
});

describe("what changes something leaves its audit event in the same transaction:", () => {
  test.each(Object.entries(PROCEDURES))("%s", async (path, call) => {
    const api = createCaller(await world.context(/^(template|policy)\./.test(path) ? "platform" : "developer"));
    const { changed, audited } = await trace(() => call(api));
    expect(changed.length).toBeGreaterThan(0);
    expect(audited).toEqual(expect.arrayContaining(changed));
  });

  test.each(Object.entries(ROUTES))("%s", async (_route, call) => {
    const { changed, audited } = await trace(async () => {
      const response = await call(world);
      expect([response.ok, await response.json()]).toEqual([true, expect.anything()]);
    });
    expect(changed.length).toBeGreaterThan(0);
    expect(audited).toEqual(expect.arrayContaining(changed));
  });

  test("and a change without one is noticed", async () => {
    const { changed, audited } = await trace(() =>
      world.database.pool.query("UPDATE team SET description = 'x' WHERE name = 'shipping-team'"),
    );
    expect(changed).toHaveLength(1);
    expect(audited).toEqual([]);
  });
});

test("what changes nothing leaves nothing", async () => {
  const { changed, audited } = await trace(async () => {
    const body = JSON.stringify({ documents: exampleDocuments() });
    const applied = await (await world.rest("platform", "/apply", { method: "POST", body })).json();
    expect(new Set(applied.documents.map(({ change }: { change: string }) => change))).toEqual(new Set(["unchanged"]));
  });
  expect([changed, audited]).toEqual([[], []]);
});
