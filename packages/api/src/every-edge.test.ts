import { PERMISSIONS } from "@fairlead/domain";
import { describe, expect, test } from "vitest";
import { appRouter } from "./app-router.ts";
import { PUBLIC } from "./rest/rest-route.ts";
import { REST_ROUTES } from "./rest/routes.ts";
import { proceduresOf } from "./test/procedures-of.ts";
import { quietContext } from "./test/quiet-context.ts";
import { trpc } from "./trpc/trpc.ts";

/** The permission that the builder left on a procedure. */
function permissionOf(procedure: { _def: { meta?: unknown } }): unknown {
  const { meta } = procedure._def;
  return typeof meta === "object" && meta !== null && "permission" in meta ? meta.permission : undefined;
}

describe("every procedure", () => {
  const all = proceduresOf(appRouter);

  test("is found by this test", () => {
    expect(all.length).toBeGreaterThanOrEqual(20);
  });

  test.each(all)("$path declares its permission", ({ procedure }) => {
    expect(PERMISSIONS).toContain(permissionOf(procedure));
  });

  test.each(all)("$path refuses who is not signed in, whatever they send", async ({ path }) => {
    const caller: unknown = trpc.createCallerFactory(appRouter)(quietContext(undefined));
    const call = path.split(".").reduce<unknown>((at, key) => Reflect.get(Object(at), key), caller);
    if (typeof call !== "function") throw new Error(`${path} cannot be called`);
    await expect(Promise.resolve().then(() => call())).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("without a permission is noticed", () => {
    const forgetful = trpc.router({ thing: trpc.procedure.query(() => "hello") });
    expect(proceduresOf(forgetful).map(({ procedure }) => permissionOf(procedure))).toEqual([undefined]);
  });
});

describe("every REST route", () => {
  const permitted = REST_ROUTES.filter(({ permission }) => permission !== PUBLIC);

  test("takes a token, but for those that say nothing of anybody", () => {
    const open = REST_ROUTES.filter(({ permission }) => permission === PUBLIC);
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /schemas/{file}"]);
  });

  test.each(permitted.map((route) => ({ name: `${route.method} ${route.path}`, route })))(
    "$name declares its permission and refuses who is not signed in",
    async ({ route }) => {
      expect(PERMISSIONS).toContain(route.permission);
      const run = route.run(quietContext(undefined), { params: {}, query: {}, body: undefined });
      await expect(run).rejects.toMatchObject({ code: "unauthenticated" });
    },
  );
});
