import { freshDatabase } from "@fairlead/testing";
import { accountStoreContract, idempotencyStoreContract } from "@fairlead/testing/contracts";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { connect, type Database } from "../database.ts";
import { idempotencyStore } from "../idempotency/idempotency-store.ts";
import { migrate } from "../migrate/migrate.ts";
import { accountStore } from "./account-store.ts";

let database: Database;

beforeAll(async () => {
  const url = await freshDatabase();
  await migrate(url);
  database = connect(url, { maxConnections: 4 });
});
afterAll(() => database.close());
beforeEach(() => database.pool.query("TRUNCATE person, team CASCADE"));

accountStoreContract(async () => ({
  store: accountStore(database),
  async giveRole(group, { team, role }) {
    await database.pool.query("INSERT INTO team (name, title, document) VALUES ($1, $1, '{}')", [team]);
    await database.pool.query(
      "INSERT INTO team_group (team_id, idp_group, role) SELECT id, $2, $3 FROM team WHERE name = $1",
      [team, group, role],
    );
  },
  async deactivate(personId) {
    await database.pool.query("UPDATE person SET active = false WHERE id = $1", [personId]);
  },
}));

idempotencyStoreContract(async () => {
  const accounts = accountStore(database);
  const person = async (subject: string) =>
    (await accounts.savePerson({ issuer: "i", subject, name: subject, groups: [] })).personId;
  return { store: idempotencyStore(database), people: [await person("dana"), await person("pat")] };
});
