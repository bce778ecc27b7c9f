import { Pool } from "pg";

/** One connection for the few things that the supervisor writes itself. Costs less than the whole store. */
export function openPool(url: string): Pool {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  // An idle connection may break; the next question gets a new one.
  pool.on("error", () => {});
  return pool;
}
