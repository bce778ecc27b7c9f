import type { IdempotencyStore, IdempotentRequest } from "@fairlead/application";
import { beforeEach, describe, expect, test } from "vitest";

/** What every store of answers does. `make` gives a new one for each test, with two people that it knows. */
export function idempotencyStoreContract(
  make: () => Promise<{ store: IdempotencyStore; people: readonly [string, string] }>,
): void {
  describe("an idempotency store", () => {
    let store: IdempotencyStore;
    let request: IdempotentRequest;
    let other: string;
    beforeEach(async () => {
      const { store: made, people } = await make();
      store = made;
      other = people[1];
      request = { personId: people[0], key: "11111111", route: "POST /apply", requestDigest: "one" };
    });

    test("lets one of many at once begin", async () => {
      const claims = await Promise.all([1, 2, 3].map(() => store.claim(request)));
      expect(claims.map(({ state }) => state).sort()).toEqual(["new", "running", "running"]);
    });

    test("gives the first answer again, as it was", async () => {
      await store.claim(request);
      await store.finish(request, { status: 201, response: { number: 1, list: ["ä", null] } });
      const again = await store.claim(request);
      expect(again).toEqual({ state: "finished", status: 201, response: { number: 1, list: ["ä", null] } });
    });

    test("notices that a key is used for something else, but not that two people chose the same", async () => {
      await store.claim(request);
      expect((await store.claim({ ...request, requestDigest: "two" })).state).toBe("differs");
      expect((await store.claim({ ...request, route: "POST /other" })).state).toBe("differs");
      expect((await store.claim({ ...request, personId: other })).state).toBe("new");
    });

    test("forgets what was abandoned, and never what was finished", async () => {
      await store.claim(request);
      await store.abandon(request);
      expect((await store.claim(request)).state).toBe("new");
      await store.finish(request, { status: 200, response: {} });
      await store.abandon(request);
      expect((await store.claim(request)).state).toBe("finished");
    });
  });
}
