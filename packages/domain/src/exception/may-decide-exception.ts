import type { Actor } from "../access/actor.ts";
import { type Decision, decide } from "../access/permission.ts";
import type { Exception } from "./exception.ts";

/** Whether somebody may approve or refuse: a platform engineer, and never the one who asked. */
export function mayDecideException(actor: Actor, { requested }: Pick<Exception, "requested">): Decision {
  const decision = decide(actor, "exception.decide");
  if (!decision.allowed) return decision;
  if (actor.personId !== "" && actor.personId !== requested.personId) return decision;
  const whoCould = "another platform engineer";
  const reason =
    actor.personId === ""
      ? "An exception is decided by a person, not by Fairlead itself."
      : `You asked for this one, so somebody else decides: ${whoCould}.`;
  return { allowed: false, reason, whoCould };
}
