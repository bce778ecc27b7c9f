import type { Actor } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { Answer } from "./answer.ts";
import { gatherClues } from "./gather-clues.ts";
import { identifiersIn } from "./identifiers-in.ts";
import type { LookupSuggestion } from "./lookup-reader.ts";
import { rankAnswers } from "./rank-answers.ts";

/**
 * Resolves anything seen in production to its owner, the best answer first; none where nothing is known of it. Asks
 * Postgres only, so it answers while clusters are away.
 */
export async function lookUp(deps: Pick<Deps, "read">, actor: Actor, query: string): Promise<Answer[]> {
  requirePermission(actor, "catalog.read");
  const identifiers = identifiersIn(query);
  if (Object.values(identifiers).every((found) => found.length === 0)) return [];
  return rankAnswers(await gatherClues(deps.read.lookup, identifiers), identifiers.names);
}

/** What the box offers while somebody types. */
export async function suggest(deps: Pick<Deps, "read">, actor: Actor, text: string): Promise<LookupSuggestion[]> {
  requirePermission(actor, "catalog.read");
  const trimmed = text.trim().toLowerCase().slice(0, 100);
  return trimmed.length === 0 ? [] : deps.read.lookup.suggest(trimmed, 8);
}
