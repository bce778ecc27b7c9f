import type { Actor } from "@fairlead/domain";
import type { Answers } from "../../answers.ts";

/** Who is signed in, as the rules of access ask for them. Rules asked here only explain; the server asks them again. */
export function actorOfMe({ name, memberships, platformEngineer }: Answers["session"]["me"]): Actor {
  return { personId: "", name, memberships, platformEngineer, via: "session" };
}
