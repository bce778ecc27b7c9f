import type { Actor } from "./actor.ts";
import type { Decision } from "./permission.ts";
import { type Role, TEAM_ROLES } from "./role.ts";

/**
 * Whether somebody may change a field that a template opens to some roles only. A role in a team counts for the team
 * that owns the service, and holds for all that stand above it; platform engineers may always.
 */
export function decideField(actor: Actor, roles: readonly Role[], team: string): Decision {
  const held = actor.memberships.filter((membership) => membership.team === team).map(({ role }) => role);
  const least = TEAM_ROLES.find((role) => roles.includes(role));
  const allowed =
    actor.platformEngineer ||
    (least !== undefined && held.some((role) => TEAM_ROLES.indexOf(role) >= TEAM_ROLES.indexOf(least)));
  if (allowed) return { allowed };
  const whoCould = least === undefined ? "a platform engineer" : `a ${least} of ${team}`;
  return { allowed, reason: `You can't change this: that takes ${whoCould}.`, whoCould };
}
