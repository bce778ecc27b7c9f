import type { Actor } from "./actor.ts";
import type { TeamRole } from "./role.ts";

/** Everything that can be permitted. Each procedure and route names exactly one. */
export const PERMISSIONS = [
  "catalog.read",
  "service.declare",
  "service.edit",
  "service.deploy",
  "catalog.apply",
  "team.edit",
  "template.edit",
  "template.publish",
  "cluster.read",
  "policy.read",
  "policy.stage",
  "audit.read",
  "account.own",
  "account.end",
  "exception.request",
  "exception.decide",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a permission is asked about: a team that owns it, and whether people notice (production). */
export interface PermissionScope {
  team?: string;
  production?: boolean;
}

export type Decision = { allowed: true } | { allowed: false; reason: string; whoCould: string };

const RANK = { viewer: 0, developer: 1, maintainer: 2 } as const satisfies Record<TeamRole, number>;

const VERBS = {
  "catalog.read": "see this",
  "service.declare": "declare a service",
  "service.edit": "change this service",
  "service.deploy": "deploy this service",
  "catalog.apply": "apply documents of the platform",
  "team.edit": "change this team",
  "template.edit": "write a golden template",
  "template.publish": "publish a golden template",
  "cluster.read": "see the clusters",
  "policy.read": "see the policies",
  "policy.stage": "move a policy",
  "audit.read": "read the audit",
  "account.own": "see your own sessions and tokens",
  "account.end": "end somebody else's sessions and tokens",
  "exception.request": "ask for an exception for this service",
  "exception.decide": "decide about exceptions",
} as const satisfies Record<Permission, string>;

/** The role in the owning team that a permission takes; `anyone` who is signed in; `platform` engineers only. */
function needed(permission: Permission, scope: PermissionScope): TeamRole | "anyone" | "platform" {
  switch (permission) {
    case "catalog.read":
    case "cluster.read":
    case "policy.read":
    case "account.own":
      return "anyone";
    case "service.declare":
    case "service.edit":
    case "exception.request":
      return "developer";
    case "service.deploy":
      return scope.production ? "maintainer" : "developer";
    case "team.edit":
      return "maintainer";
    case "catalog.apply":
    case "policy.stage":
    case "template.edit":
    case "template.publish":
    case "audit.read":
    case "account.end":
    case "exception.decide":
      return "platform";
  }
}

/** Whether somebody may, and if not, why not and who could. Pure: every edge asks this one function. */
export function decide(actor: Actor, permission: Permission, scope: PermissionScope = {}): Decision {
  const role = needed(permission, scope);
  if (role === "anyone" || actor.platformEngineer) return { allowed: true };
  if (role === "platform") {
    return {
      allowed: false,
      reason: `You can't ${VERBS[permission]}: that takes a platform engineer.`,
      whoCould: "a platform engineer",
    };
  }
  const held = actor.memberships.filter((membership) => scope.team === undefined || membership.team === scope.team);
  if (held.some((membership) => RANK[membership.role] >= RANK[role])) return { allowed: true };
  const whoCould = `a ${role} of ${scope.team ?? "a team"}`;
  const where = permission === "service.deploy" && scope.production ? " to production" : "";
  return { allowed: false, reason: `You can't ${VERBS[permission]}${where}: that takes ${whoCould}.`, whoCould };
}
