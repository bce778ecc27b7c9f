import { type Actor, AppError } from "@fairlead/domain";
import type { Deps } from "../deps.ts";
import type { SessionView } from "./access-reader.ts";
import { mutate } from "./mutate.ts";
import { requirePermission } from "./require-permission.ts";

/** Where the actor is signed in. */
export async function listSessions(deps: Pick<Deps, "read" | "now">, actor: Actor): Promise<SessionView[]> {
  requirePermission(actor, "account.own");
  return actor.personId === "" ? [] : deps.read.access.sessions(actor.personId, deps.now());
}

/**
 * Ends sessions at once: all of a person, or one. Another person's take a platform engineer.
 *
 * @returns how many there were
 */
export function endSessions(
  deps: Pick<Deps, "transact">,
  actor: Actor,
  { personId = actor.personId, sessionId }: { personId?: string; sessionId?: string } = {},
): Promise<number> {
  const permission = personId === actor.personId ? "account.own" : "account.end";
  return mutate(deps, actor, { permission }, async (tx) => {
    const person = await tx.access.findPerson(personId);
    if (person === undefined) throw new AppError("not-found", "There is no such person.");
    const ended = await tx.access.endSessions(personId, sessionId);
    const record = {
      action: "session.end",
      subject: { kind: "Person", name: person.name },
      details: { summary: `Signed ${person.name} out of ${ended} ${ended === 1 ? "session" : "sessions"}`, personId },
    };
    return { result: ended, audit: ended === 0 ? [] : [record] };
  });
}
