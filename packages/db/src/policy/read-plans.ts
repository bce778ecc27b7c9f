import type { StageDecision } from "@fairlead/application";
import type { Database } from "../database.ts";
import { given } from "../json.ts";

interface Row {
  policy: string;
  warn_from: Date | null;
  deny_from: Date | null;
  reason: string;
  actor_name: string;
  at: Date;
}

/** The decision that holds for each policy: the newest. */
export async function readPlans({ pool }: Pick<Database, "pool">): Promise<ReadonlyMap<string, StageDecision>> {
  const { rows } = await pool.query<Row>(
    `SELECT DISTINCT ON (policy) policy, warn_from, deny_from, reason, actor_name, at
     FROM policy_stage ORDER BY policy, id DESC`,
  );
  return new Map(rows.map((row) => [row.policy, toDecision(row)]));
}

export function toDecision({ warn_from, deny_from, reason, actor_name, at }: Row): StageDecision {
  return { ...given("warnFrom", warn_from), ...given("denyFrom", deny_from), reason, by: actor_name, at };
}
