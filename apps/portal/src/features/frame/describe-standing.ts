import type { Answers } from "../../answers.ts";

type Person = Pick<Answers["session"]["me"], "platformEngineer" | "memberships">;

/** What somebody is, as a line under their name. */
export function describeStanding({ platformEngineer, memberships }: Person): string {
  const roles = memberships.map(({ team, role }) => `${role} of ${team}`);
  const all = platformEngineer ? ["platform engineer", ...roles] : roles;
  return all.length === 0 ? "In no team: you can look at everything." : all.join(", ");
}
