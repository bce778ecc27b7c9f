import type { Actor } from "@fairlead/domain";
import type { AuditRecord } from "../audit/audit-store.ts";
import type { Deps } from "../deps.ts";
import type { Transaction } from "../unit-of-work.ts";

/** What a change gives back: its result, and what the audit says of it. No record, no change. */
export interface Mutation<T> {
  result: T;
  /** Empty only where nothing was changed after all. */
  audit: readonly AuditRecord[];
}

/** The only way to write: the work and its audit events are one transaction. */
export function mutate<T>(
  deps: Pick<Deps, "transact">,
  actor: Actor,
  work: (tx: Transaction) => Promise<Mutation<T>>,
): Promise<T> {
  return deps.transact(async (tx) => {
    const { result, audit } = await work(tx);
    for (const record of audit) await tx.audit.append(actor, record);
    return result;
  });
}
