import "server-only";
import { isMigrated } from "@fairlead/db";
import { container } from "./container.ts";

/** What this process needs to serve people, and whether it has it. */
export async function readiness(): Promise<{ name: string; ok: boolean }[]> {
  const { database, shutdown } = container();
  const { answers, migrated } = await isMigrated(database);
  return [
    { name: "the database answers", ok: answers },
    { name: "the database is migrated", ok: migrated },
    { name: "not ending", ok: !shutdown.signal.aborted },
  ];
}
