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
  append(actor: Actor, record: AuditRecord): Promise<void>;
}
