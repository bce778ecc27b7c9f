import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "@fairlead/testing";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "../database.ts";
import { isMigrated } from "./is-migrated.ts";
import { migrate } from "./migrate.ts";

let folder: string;

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function tables(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  await client.end();
  return rows.map(({ name }) => name);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-migrations-"));
  write("0001_first", "CREATE TABLE one (id int)");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("migrations", () => {
  test("are applied once, in order, and told of", async () => {
    const url = await freshDatabase();
    write("0002_second", "ALTER TABLE one ADD COLUMN name text");
    const said: string[] = [];
    expect(await migrate(url, { folder, log: (message) => said.push(message) })).toEqual(["0001_first", "0002_second"]);
    expect(said).toHaveLength(2);
    expect(await migrate(url, { folder })).toEqual([]);
  });

  test("are applied once where several processes start at the same moment", async () => {
    const url = await freshDatabase();
    write("0002_slow", "SELECT pg_sleep(0.2); CREATE TABLE two (id int)");
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, { folder })));
    expect(applied.flat().sort()).toEqual(["0001_first", "0002_slow"]);
  });

  test("that fail leave nothing of theirs, keep what came before, and can be tried again", async () => {
    const url = await freshDatabase();
    write("0002_wrong", "CREATE TABLE two (id int); CREATE TABLE two (id int)");
    await expect(migrate(url, { folder })).rejects.toThrow("0002_wrong failed, and nothing of it was kept");
    expect(await tables(url)).toEqual(["_prisma_migrations", "one"]);
    write("0002_wrong", "CREATE TABLE two (id int)");
    expect(await migrate(url, { folder })).toEqual(["0002_wrong"]);
  });

  test("that were changed after they were applied are refused before anything is done", async () => {
    const url = await freshDatabase();
    await migrate(url, { folder });
    write("0001_first", "CREATE TABLE one (id bigint)");
    write("0002_second", "CREATE TABLE two (id int)");
    await expect(migrate(url, { folder })).rejects.toThrow("0001_first was changed after it was applied");
    expect(await tables(url)).toEqual(["_prisma_migrations", "one"]);
  });

  test("that are missing, and a database that is away, make a process not ready", async () => {
    const database = connect(await freshDatabase());
    expect(await isMigrated(database, folder)).toEqual({ answers: true, migrated: false });
    await migrate(database.url, { folder });
    expect(await isMigrated(database, folder)).toEqual({ answers: true, migrated: true });
    write("0002_second", "CREATE TABLE two (id int)");
    expect(await isMigrated(database, folder)).toEqual({ answers: true, migrated: false });
    await database.close();
    expect(await isMigrated(database, folder)).toEqual({ answers: false, migrated: false });
  });
});
