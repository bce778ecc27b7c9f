import type { Actor, Permission, PermissionScope } from "@fairlead/domain";
import type { AuditRecord } from "../audit/audit-store.ts";
import type { Deps } from "../deps.ts";
import type { Transaction } from "../unit-of-work.ts";
import { requirePermission } from "./require-permission.ts";

/** What somebody must be allowed, and about what, before the work begins. */
export interface Demand {
  permission: Permission;
  /** Left out where the work itself asks about each thing that it finds. */
  scope?: PermissionScope;
}

/** What a change gives back: its result, and what the audit says of it. No record, no change. */
export interface Mutation<T> {
  result: T;
  /** Empty only where nothing was changed after all. */
  audit: readonly AuditRecord[];
}

/**
 * The only way to write: permission first, then the work and its audit events in one transaction.
 *
 * @throws AppError `forbidden`; nothing was written then, and nothing is audited
 */
export function mutate<T>(
  deps: Pick<Deps, "transact">,
  actor: Actor,
  { permission, scope }: Demand,
  work: (tx: Transaction) => Promise<Mutation<T>>,
): Promise<T> {
  requirePermission(actor, permission, scope);
  return deps.transact(async (tx) => {
    const { result, audit } = await work(tx);
    if (audit.length > 0) await tx.audit.append(actor, audit);
    return result;
  });
}
