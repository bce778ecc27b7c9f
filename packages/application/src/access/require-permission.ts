import { type Actor, AppError, decide, type Permission, type PermissionScope } from "@fairlead/domain";

/** Throws where somebody may not, with the reason and who could. */
export function requirePermission(actor: Actor, permission: Permission, scope: PermissionScope = {}): void {
  const decision = decide(actor, permission, scope);
  if (!decision.allowed) throw new AppError("forbidden", decision.reason, { whoCould: decision.whoCould });
}
