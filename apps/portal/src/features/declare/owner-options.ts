import { decide } from "@fairlead/domain";
import type { Answers } from "../../answers.ts";
import { actorOfMe } from "./actor-of-me.ts";
import type { OwnerOption } from "./common-questions.tsx";

/** The teams in whose name somebody may declare or change a service: by the rule that the server asks, too. */
export function ownerOptions(me: Answers["session"]["me"], teams: Answers["team"]["list"]): OwnerOption[] {
  const actor = actorOfMe(me);
  return teams
    .filter((team) => decide(actor, "service.declare", { team: team.name }).allowed)
    .map(({ name: team, title, role }) => ({
      team,
      title,
      note: role === undefined ? "You may because you are a platform engineer." : `You are a ${role} of it.`,
    }));
}
