import type { TeamRole } from "./role.ts";

/** Who acts: a person with what the identity provider and the teams say of them now. */
export interface Actor {
  personId: string;
  name: string;
  email?: string;
  /** Roles in teams, from Team documents and identity-provider groups. */
  memberships: readonly { team: string; role: TeamRole }[];
  platformEngineer: boolean;
  /** How they came: by browser, by token. Goes into the audit. */
  via: "session" | "token" | "system";
}
