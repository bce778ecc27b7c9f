import type { Preparation } from "@fairlead/application";
import type { Database } from "../database.ts";
import { wakeDeliveries } from "../job/wake-deliveries.ts";

/** Tells everybody how far a cluster's preparation is; `undefined` when it is done, which lets its deliveries go on. */
export async function reportPreparation(
  { pool }: Pick<Database, "pool">,
  cluster: string,
  preparation: Preparation | undefined,
): Promise<void> {
  const value = preparation === undefined ? null : JSON.stringify(preparation);
  await pool.query("UPDATE cluster SET preparation = $2::jsonb WHERE name = $1", [cluster, value]);
  await pool.query("SELECT pg_notify('fairlead_changes', $1)", [JSON.stringify({ kind: "cluster", id: cluster })]);
  if (preparation === undefined) await wakeDeliveries({ pool }, cluster);
}
