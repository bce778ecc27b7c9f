import { applyDocuments, createRelease, lookUp, SYSTEM_ACTOR, suggest } from "@fairlead/application";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { document, startWorld, type World } from "../../testing/start-world.ts";
import { accountStore } from "../access/account-store.ts";

let world: World;

const SEEN = "frontend-6f7d9c8b5-zx4qp";
const GONE = "frontend-6f7d9c8b5-bcdfg";

beforeAll(async () => {
  world = await startWorld();
  const value = document("Resource", "ledger", {
    owner: "storefront-team",
    type: "mainframe",
    contacts: [{ kind: "email", title: "Mainframe desk", address: "Desk@example.com" }],
    environments: { prod: { host: "ledger.internal.example.com", port: 3270 } },
  });
  await applyDocuments(world.deps, SYSTEM_ACTOR, { documents: [{ value }] });
  const image = "mirror.example.com/copies/frontend:v2";
  await createRelease(world.deps, SYSTEM_ACTOR, { service: "frontend", environment: "dev", image });
  await accountStore(world.database).savePerson({
    issuer: "https://id.example.com",
    subject: "1",
    name: "Dana",
    email: "dana@example.com",
    groups: ["storefront-team"],
  });
  await world.database.pool.query(
    `INSERT INTO observed_object (cluster, kind, namespace, name, uid, service_id, environment, identifiers, gone_at)
     SELECT 'dev', 'Pod', 'frontend-dev', pod, pod, id, 'dev', ARRAY[ip], gone
     FROM entity, (VALUES ($1, '10.9.8.7', NULL::timestamptz), ($2, '10.9.8.6', now())) AS seen (pod, ip, gone)
     WHERE entity.kind = 'Service' AND entity.name = 'frontend'`,
    [SEEN, GONE],
  );
});
afterAll(() => world.stop());

const ask = (query: string) => lookUp(world.deps, SYSTEM_ACTOR, query);

describe("the look-up finds frontend by", () => {
  test.each([
    ["its name", "frontend", "service"],
    ["its host", "shop.example.com", "host"],
    ["an address of the shop", "https://shop.example.com/cart?x=1", "host"],
    ["its address in the cluster", "frontend.frontend-dev.svc.cluster.local:80", "service"],
    ["its short address", "frontend.frontend-dev:80", "service"],
    ["a pod", SEEN, "pod"],
    ["a pod that is gone", GONE, "pod"],
    ["the address of a pod", "10.9.8.7", "pod"],
    ["a pod that was never seen", "frontend-7d9f8c6b5-x2x9k", "pod"],
    ["its namespace", "frontend-dev", "namespace"],
    [
      "its declared image",
      "us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/frontend:v0.10.6",
      "image",
    ],
    ["an image that it was released with", `mirror.example.com/copies/frontend@sha256:${"0".repeat(64)}`, "image"],
    ["an alert", "FIRING: KubePodCrashLooping pod frontend-7d9f8c6b5-x2x9k in frontend-dev", "namespace"],
  ])("%s", async (_what, query, kind) => {
    const [answer] = await ask(query);
    expect(answer).toMatchObject({ owner: { team: "storefront-team" }, match: { kind }, entity: { name: "frontend" } });
  });
});

describe("the look-up", () => {
  test("says what is hit, what was done last and how fresh each fact is", async () => {
    const [answer] = await ask(SEEN);
    expect(answer?.match).toMatchObject({
      explanation: "pod of frontend in dev, on dev",
      observedAt: expect.any(Date),
    });
    expect(answer?.entity).toMatchObject({
      dependents: ["loadgenerator"],
      lastChange: { summary: "Deploying v2 to dev", by: "Fairlead", at: expect.any(Date) },
      health: [{ environment: "dev", cluster: "dev", health: "Missing" }],
    });
    const [gone] = await ask(GONE);
    expect(gone?.match).toMatchObject({
      explanation: "former pod of frontend in dev, on dev",
      goneAt: expect.any(Date),
    });
  });

  test("knows what is off the platform, and puts its own contacts before the team's", async () => {
    const [answer] = await ask("ledger.internal.example.com:3270");
    expect(answer).toMatchObject({ match: { kind: "host" }, entity: { kind: "Resource", name: "ledger" } });
    expect(answer?.owner.contacts[0]).toMatchObject({ title: "Mainframe desk" });
  });

  test("finds whose a mail address is: a thing's, or a person's team", async () => {
    expect(await ask("desk@example.com")).toMatchObject([{ entity: { name: "ledger" } }]);
    expect(await ask("<mailto:Dana@example.com>")).toMatchObject([
      { owner: { team: "storefront-team" }, match: { kind: "team", explanation: expect.stringContaining("Dana, ") } },
    ]);
  });

  test("offers several where several may be meant, and nothing where nothing is known", async () => {
    expect((await ask("adservice or cartservice")).map(({ entity }) => entity?.name)).toEqual([
      "adservice",
      "cartservice",
    ]);
    for (const query of ["no-such-thing", "  ", "%", "'; DROP TABLE team; --", "\u0000"])
      expect(await ask(query)).toEqual([]);
  });

  test("suggests what begins like it, then what sounds like it", async () => {
    const names = async (text: string) => (await suggest(world.deps, SYSTEM_ACTOR, text)).map(({ name }) => name);
    expect(await names("front")).toContain("frontend");
    expect(await names("chekout")).toContain("checkoutservice");
    expect(await names("100%")).toEqual([]);
  });
});
