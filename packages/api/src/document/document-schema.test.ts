import { memoryIdempotencyStore } from "@fairlead/testing";
import { expect, test } from "vitest";
import { handleRest } from "../rest/handle-rest.ts";
import { REST_ROUTES } from "../rest/routes.ts";
import { quietContext } from "../test/quiet-context.ts";

/** A request of somebody who brings no token. */
async function ask(path: string) {
  const context = quietContext(undefined);
  const deps = { routes: REST_ROUTES, idempotency: memoryIdempotencyStore(), monitor: context.monitor };
  const request = new Request(`https://fairlead.example.com/api/v1${path}`);
  const response = await handleRest({ ...deps, context: async () => context }, request);
  return { status: response.status, body: await response.json() };
}

test("an editor gets the schema of a kind without a token", async () => {
  const { status, body } = await ask("/schemas/service.json");
  expect([status, body.title]).toEqual([200, "Fairlead Service"]);
  expect(body.properties.spec.properties.scale.properties.min).toMatchObject({ type: "integer", minimum: 1 });
});

test("a schema that is not there names those that are; everything else still takes a token", async () => {
  expect(await ask("/schemas/pod.json")).toMatchObject({
    status: 404,
    body: { detail: expect.stringMatching(/team.json/) },
  });
  expect((await ask("/services")).status).toBe(401);
  expect((await ask("/no-such-thing")).status).toBe(401);
});
