import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ProcessRecord } from "../process/process-record.ts";
import { type Postgres, startPostgres } from "./start-postgres.ts";

let home: string;
let running: Postgres | undefined;

async function start(): Promise<Postgres> {
  running = await startPostgres({ home, record: new ProcessRecord(home) });
  return running;
}

async function query({ url }: Postgres, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "fairlead-postgres-"));
});

afterEach(async () => {
  await running?.stop();
  running?.removeData();
  rmSync(home, { recursive: true, force: true });
});

test("data survive a restart, and go with the state folder", async () => {
  const first = await start();
  await query(first, "CREATE TABLE kept (id int)");
  await first.stop();

  const second = await start();
  expect(await query(second, "SELECT * FROM kept")).toEqual([]);
  await second.stop();

  // Somebody deletes the folder, as they may, and starts anew.
  rmSync(home, { recursive: true });
  mkdirSync(home);
  const third = await start();
  await expect(query(third, "SELECT * FROM kept")).rejects.toThrow("does not exist");
});
