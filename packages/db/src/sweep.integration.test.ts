import { freshDatabase } from "@fairlead/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountStore } from "./access/account-store.ts";
import { connect, type Database } from "./database.ts";
import { idempotencyStore } from "./idempotency/idempotency-store.ts";
import { migrate } from "./migrate/migrate.ts";
import { sweep } from "./sweep.ts";

const HOUR_MS = 3_600_000;
let database: Database;

beforeAll(async () => {
  const url = await freshDatabase();
  await migrate(url);
  database = connect(url, { maxConnections: 2 });
});
afterAll(() => database.close());

test("takes away what is over, and nothing else", async () => {
  const now = Date.now();
  const accounts = accountStore(database);
  const { personId } = await accounts.savePerson({ issuer: "i", subject: "s", name: "Dana", groups: [] });
  for (const [tokenHash, hours] of [
    ["over", -1],
    ["alive", 1],
  ] as const) {
    await accounts.createSession({ tokenHash, personId, expiresAt: new Date(now + hours * HOUR_MS) });
  }
  const request = { personId, key: "11111111", route: "POST /apply", requestDigest: "d" };
  await idempotencyStore(database).claim(request);

  expect(await sweep(database, new Date(now))).toEqual({ sessions: 1, keys: 0 });
  expect(await accounts.findAccountBySession("alive", new Date(now))).toMatchObject({ name: "Dana" });
  expect(await sweep(database, new Date(now + 25 * HOUR_MS))).toEqual({ sessions: 1, keys: 1 });
  expect(await idempotencyStore(database).claim(request)).toEqual({ state: "new" });
});
