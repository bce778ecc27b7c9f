/** What a person may be in a team. */
export const TEAM_ROLES = ["viewer", "developer", "maintainer"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** All roles, those that hold everywhere included. */
export const ROLES = [...TEAM_ROLES, "platform-engineer", "auditor"] as const;
export type Role = (typeof ROLES)[number];
