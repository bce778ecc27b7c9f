import { Client } from "pg";
import { inject } from "vitest";

/**
 * Waits until no other test file holds what this one needs alone, such as the names of policies in the shared cluster.
 * Gives what lets go of it.
 */
export async function alone(what: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  await client.query("SELECT pg_advisory_lock(hashtext($1))", [what]);
  return () => client.end();
}
