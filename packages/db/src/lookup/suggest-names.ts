import { ENTITY_KINDS, type LookupSuggestion } from "@fairlead/application";
import type { Pool } from "pg";
import * as z from "zod";

const rowsSchema = z.array(
  z.object({ kind: z.enum([...ENTITY_KINDS, "Team"]), name: z.string(), title: z.string(), owner: z.string() }),
);

// pg_trgm's word similarity, at a threshold at which "chekout" finds checkoutservice. It looks at all names: they are few.
const SUGGEST = `
  SELECT se.kind, se.name, COALESCE(e.title, t.title, se.name) AS title, COALESCE(owner.name, '') AS owner
  FROM search_entry se
  LEFT JOIN entity e ON e.id = se.entity_id LEFT JOIN team owner ON owner.id = e.team_id LEFT JOIN team t ON t.id = se.team_id
  WHERE se.name LIKE $2 || '%' OR se.body LIKE '%' || $2 || '%' OR word_similarity($1, se.name) >= 0.4
  ORDER BY se.name = $1 DESC, se.name LIKE $2 || '%' DESC, word_similarity($1, se.name) DESC, se.name
  LIMIT $3`;

/** What begins with the text, then what holds it, then what is like it. */
export async function suggestNames(
  pool: Pick<Pool, "query">,
  text: string,
  limit: number,
): Promise<LookupSuggestion[]> {
  const { rows } = await pool.query(SUGGEST, [text, text.replace(/[\\%_]/g, "\\$&"), limit]);
  return rowsSchema.parse(rows);
}
