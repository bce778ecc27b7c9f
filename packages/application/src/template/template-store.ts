import type { Actor } from "@fairlead/domain";

/** Writes the drafts of templates. A published version is written by the catalog's store. */
export interface TemplateStore {
  /** The version of the draft that is there. Until the transaction ends nobody else changes it. */
  lockDraft(name: string): Promise<number | undefined>;
  saveDraft(name: string, text: string, version: number, by: Actor): Promise<void>;
  removeDraft(name: string): Promise<void>;
  /** The versions that are published, such as `1.0.0`, in no order. */
  versions(name: string): Promise<string[]>;
}
