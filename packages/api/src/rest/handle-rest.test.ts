import { type Actor, AppError } from "@fairlead/domain";
import { memoryIdempotencyStore } from "@fairlead/testing";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { ApiMonitor } from "../api-context.ts";
import { quietContext } from "../test/quiet-context.ts";
import { handleRest } from "./handle-rest.ts";
import { restRoute } from "./rest-route.ts";

const DEVELOPER: Actor = {
  personId: "dana",
  name: "Dana",
  memberships: [{ team: "shipping-team", role: "developer" }],
  platformEngineer: false,
  via: "token",
};

let done: string[] = [];
let fails: unknown;
let internal: AppError[] = [];
let served: string[] = [];
const idempotency = memoryIdempotencyStore();

const deploy = restRoute(
  {
    method: "POST",
    path: "/services/{name}/deploy",
    summary: "Deploys.",
    permission: "service.deploy",
    params: z.strictObject({ name: z.string().max(40) }),
    query: z.strictObject({}),
    body: z.strictObject({ environment: z.string(), replicas: z.int().optional() }),
    maxBytes: 1024,
    status: 201,
    answer: z.object({ number: z.int() }),
  },
  async (_context, { params, body }) => {
    if (fails !== undefined) throw fails;
    done.push(`${params.name} to ${body.environment}`);
    return { number: done.length };
  },
);
const apply = restRoute(
  { ...deploy, path: "/apply", permission: "catalog.apply", params: z.strictObject({}), body: z.unknown() },
  async () => ({ number: 0 }),
);

function send(path: string, init: RequestInit & { actor?: Actor | undefined } = {}) {
  const { actor = DEVELOPER, ...rest } = "actor" in init ? { ...init, actor: init.actor ?? null } : init;
  const context = quietContext(actor ?? undefined);
  const monitor: ApiMonitor = {
    ...context.monitor,
    internal: (error) => void internal.push(error),
    served: ({ route, outcome }) => void served.push(`${route}: ${outcome}`),
  };
  const deps = { routes: [deploy, apply], idempotency, monitor, context: async () => context };
  const headers = { "content-type": "application/json", ...Object.fromEntries(new Headers(rest.headers)) };
  return handleRest(deps, new Request(`http://portal/api/v1${path}`, { method: "POST", ...rest, headers }));
}

const body = JSON.stringify({ environment: "dev" });

beforeEach(() => {
  done = [];
  fails = undefined;
  internal = [];
  served = [];
  idempotency.kept.clear();
});

describe("a REST request", () => {
  test("reaches its route with what address and body say", async () => {
    const response = await send("/services/cart/deploy", { body });
    expect([response.status, await response.json(), done]).toEqual([201, { number: 1 }, ["cart to dev"]]);
  });

  test("without a token is a problem that says how to send one", async () => {
    const response = await send("/services/cart/deploy", { body, actor: undefined });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="fairlead"');
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "unauthenticated", detail: expect.stringContaining("Bearer") });
  });

  test("without the permission says who could", async () => {
    const response = await send("/apply", { body });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "forbidden", whoCould: "a platform engineer" });
  });

  test("that is invalid says everything that is wrong, at once", async () => {
    const response = await send("/services/cart/deploy", { body: JSON.stringify({ replicas: 1.5, colour: "red" }) });
    expect(response.status).toBe(422);
    expect((await response.json()).violations.map(({ path }: { path: string }) => path)).toEqual([
      "environment",
      "replicas",
      "colour",
    ]);
  });

  test.each([
    ["is not JSON", { body: "{", headers: {} }, 422, "not JSON"],
    ["has another type", { body, headers: { "content-type": "text/plain" } }, 422, "Content-Type"],
    ["is not UTF-8", { body: new Uint8Array([0x22, 0xff, 0x22]), headers: {} }, 422, "UTF-8"],
    ["nests too deep", { body: `${"[".repeat(50_000)}${"]".repeat(50_000)}`, headers: {} }, 413, "larger"],
    ["is too large", { body: JSON.stringify({ environment: "x".repeat(2000) }), headers: {} }, 413, "larger"],
  ])("whose body %s is refused in words", async (_what, init, status, words) => {
    const response = await send("/services/cart/deploy", init);
    expect([response.status, (await response.json()).detail]).toEqual([status, expect.stringContaining(words)]);
  });

  test("that nests deeper than documents do is refused", async () => {
    const response = await send("/services/cart/deploy", { body: `${"[".repeat(200)}${"]".repeat(200)}` });
    expect((await response.json()).detail).toContain("nests");
  });

  test("to nowhere, or with a broken address, is refused in words", async () => {
    expect((await send("/nothing", { body })).status).toBe(404);
    expect((await send("/services/%E0%A4%A/deploy", { body })).status).toBe(422);
  });

  test("that meets a mistake of ours shows nothing of it, and logs it", async () => {
    fails = new Error("connect ECONNREFUSED 10.0.0.1 password=hunter2");
    const response = await send("/services/cart/deploy", { body });
    expect(response.status).toBe(500);
    expect(JSON.stringify(await response.json())).not.toMatch(/hunter2|ECONN/);
    expect(internal[0]?.cause).toBe(fails);
    expect(served).toEqual(["POST /services/{name}/deploy: internal"]);
  });
});

describe("a write with an Idempotency-Key", () => {
  const headers = { "idempotency-key": "11111111-2222" };

  test("is done once, and gives the first answer again", async () => {
    const first = await send("/services/cart/deploy", { body, headers });
    const again = await send("/services/cart/deploy", { body, headers });
    expect([again.status, await again.json()]).toEqual([first.status, await first.json()]);
    expect(done).toEqual(["cart to dev"]);
  });

  test("that says something else under the same key is refused", async () => {
    await send("/services/cart/deploy", { body, headers });
    const other = await send("/services/cart/deploy", { body: JSON.stringify({ environment: "prod" }), headers });
    const elsewhere = await send("/services/frontend/deploy", { body, headers });
    expect([other.status, elsewhere.status]).toEqual([409, 409]);
    expect(done).toEqual(["cart to dev"]);
  });

  test("may be tried again after it failed", async () => {
    fails = new AppError("unreachable", "The database cannot be reached. Try again.");
    expect((await send("/services/cart/deploy", { body, headers })).status).toBe(503);
    fails = undefined;
    expect((await send("/services/cart/deploy", { body, headers })).status).toBe(201);
  });

  test("that is still running is not begun twice", async () => {
    const results = await Promise.all([1, 2].map(() => send("/services/cart/deploy", { body, headers })));
    expect(results.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(done).toHaveLength(1);
  });

  test("that is no key is refused", async () => {
    expect((await send("/services/cart/deploy", { body, headers: { "idempotency-key": "short" } })).status).toBe(422);
  });
});
