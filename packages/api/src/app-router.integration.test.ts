import { type ApiWorld, startApiWorld, type WorldPerson } from "@fairlead/testing/api-world";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "./app-router.ts";

let world: ApiWorld;

beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.stop());

const as = async (person: WorldPerson) => createCaller(await world.context(person));

describe("screens get", () => {
  test("who is signed in", async () => {
    const api = await as("developer");
    expect(await api.session.me()).toMatchObject({ name: "Dana", platformEngineer: false });
    expect(await (await as("platform")).session.me()).toMatchObject({ platformEngineer: true });
  });

  test("services by page, by text and by team", async () => {
    const api = await as("developer");
    const first = await api.service.list({ limit: 5 });
    expect(first).toMatchObject({ items: { length: 5 }, total: expect.any(Number) });
    const second = await api.service.list({ limit: 5, cursor: first.nextCursor });
    expect(second.items[0]?.name.localeCompare(first.items[4]?.name ?? "")).toBe(1);
    expect((await api.service.list({ text: "shipp" })).items.map(({ name }) => name)).toEqual(["shippingservice"]);
    const mine = await api.service.list({ mine: true });
    expect(mine.items.map(({ owner }) => owner.team)).toContain("shipping-team");
  });

  test("a service with its owner, its places, and what they may do", async () => {
    const service = await (await as("developer")).service.get({ name: "emailservice" });
    expect(service.owner.contacts.length).toBeGreaterThan(0);
    expect(service.places.map(({ environment, health }) => [environment, health])).toEqual([
      ["dev", "Missing"],
      ["staging", "Missing"],
      ["prod", "Missing"],
    ]);
    expect(service.can.edit).toMatchObject({ allowed: false, whoCould: expect.stringContaining("developer of") });
    expect(service.can.deploy.prod).toMatchObject({ allowed: false });
  });

  test("a preview, with violations, of what is being typed", async () => {
    const api = await as("developer");
    const { document } = await api.service.get({ name: "shippingservice" });
    const preview = await api.service.preview({ document, environment: "dev" });
    expect(preview).toMatchObject({ cluster: "dev", violations: [], passed: expect.any(Number) });
    expect(preview.manifests.map(({ kind }) => kind)).toContain("Deployment");
    const broken = await api.service.preview({ document: { kind: "Service" }, environment: "dev" });
    expect(broken.manifests).toEqual([]);
    expect(broken.violations.length).toBeGreaterThan(0);
  });

  test("what a change would change", async () => {
    const api = await as("developer");
    const { document } = await api.service.get({ name: "shippingservice" });
    const spec = { ...Object(document.spec), image: "registry.example.com/shop/shipping:v9" };
    const { words, objects } = await api.service.diff({ document: { ...document, spec }, environment: "dev" });
    expect(words).toEqual(["image v0.10.6 → v9", "its pods are replaced, one after the other"]);
    expect(objects[0]).toMatchObject({ change: "changed", kind: "Deployment", name: "shippingservice" });
  });

  test("teams, templates, environments and clusters", async () => {
    const api = await as("oncall");
    expect(await api.team.get({ name: "shipping-team" })).toMatchObject({ title: "Shipping", services: 1 });
    expect((await api.team.list()).length).toBeGreaterThan(2);
    expect((await api.template.list()).map(({ metadata }) => metadata.name)).toContain("grpc-service");
    expect((await api.template.get({ reference: "worker@1.0.0" })).metadata.name).toBe("worker");
    expect((await api.environment.list()).map(({ name }) => name)).toEqual(["dev", "staging", "prod"]);
    expect((await api.cluster.list()).map(({ name, simulated }) => [name, simulated])).toEqual([
      ["dev", true],
      ["prod-eu", true],
      ["prod-us", true],
    ]);
  });

  test("the owner of a thing, by its name", async () => {
    const api = await as("oncall");
    const { answers } = await api.lookup.find({ query: "frontend" });
    expect(answers[0]).toMatchObject({ owner: { team: "storefront-team" }, match: { kind: "service" } });
    expect((await api.lookup.suggest({ text: "front" })).map(({ name }) => name)).toContain("frontend");
  });

  test("a deploy, its delivery, its events, and who did it", async () => {
    const api = await as("developer");
    const { release, deliveries } = await api.release.create({ service: "shippingservice", environment: "dev" });
    const [delivery] = deliveries;
    const id = delivery?.id ?? "";
    expect(await api.delivery.get({ id })).toMatchObject({ state: "queued", release: release.number, by: "Dana" });
    expect(await api.delivery.deploy({ id })).toMatchObject([{ id, pods: [] }]);
    expect((await api.delivery.events({ id })).items.length).toBeGreaterThanOrEqual(0);
    expect(await api.service.deliveries({ name: "shippingservice" })).toMatchObject([{ id }]);
    expect(await api.service.releases({ name: "shippingservice" })).toMatchObject([{ number: release.number }]);
    const manifests = await api.service.manifests({ service: "shippingservice", environment: "dev" });
    expect(manifests?.manifests.map(({ kind }) => kind)).toContain("Deployment");
    const activity = await api.activity.list({ subject: { kind: "Service", name: "shippingservice" } });
    expect(activity[0]).toMatchObject({ by: "Dana", action: "service.deploy", environment: "dev" });
  });

  test("how a declaration came to be", async () => {
    expect(await (await as("oncall")).service.revisions({ name: "frontend" })).toMatchObject([{ number: 1 }]);
  });
});

describe("screens are told", () => {
  test("why they may not, and who could", async () => {
    const api = await as("oncall");
    const { document } = await api.service.get({ name: "shippingservice" });
    await expect(api.service.save({ document, revision: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
      cause: { code: "forbidden", details: { whoCould: expect.stringContaining("developer") } },
    });
    await expect(api.release.create({ service: "shippingservice", environment: "dev" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("that a name is taken, that it was changed meanwhile, that it is not there", async () => {
    const api = await as("developer");
    const { document } = await api.service.get({ name: "shippingservice" });
    await expect(api.service.save({ document })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(api.service.save({ document, revision: 7 })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await expect(api.service.get({ name: "nothing" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("everything that is wrong with a declaration, at once, and nothing is created", async () => {
    const api = await as("developer");
    const document = {
      apiVersion: "fairlead.dev/v1alpha1",
      kind: "Service",
      metadata: { name: "half-made" },
      spec: { template: "nothing@1.0.0", owner: "nobody", environments: { moon: {} } },
    };
    await expect(api.service.save({ document })).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|UNPROC/),
    });
    const platform = await as("platform");
    await expect(platform.service.save({ document })).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
      cause: {
        details: {
          violations: ["spec.owner", "spec.template", "spec.environments.moon"].map((path) =>
            expect.objectContaining({ path }),
          ),
        },
      },
    });
    await expect(api.service.get({ name: "half-made" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("what is wrong with a request, in the same words", async () => {
    const api = await as("developer");
    await expect(api.service.list({ limit: 10_000 })).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
      cause: { details: { violations: [{ path: "limit", reason: "is too large" }] } },
    });
  });
});

test("nothing of this was our own mistake", () => {
  expect(world.internal).toEqual([]);
});
