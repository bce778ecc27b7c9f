import type { Actor } from "@fairlead/domain";

/** What somebody did to something. */
export interface AuditRecord {
  /** Such as `service.deploy`. */
  action: string;
  subject: { kind: string; name: string };
  team?: string;
  environment?: string;
  /** What else belongs to it; `summary` is a sentence for people. */
  details: { summary: string; [key: string]: unknown };
}

export interface AuditStore {
  /** Adds events, and tells those who watch what changed. */
  append(actor: Actor, records: readonly AuditRecord[]): Promise<void>;
}
