import type { FairleadDocument, Violation } from "@fairlead/domain";
import { canonicalJson } from "@fairlead/manifests";
import type { Source, StoredDocument } from "./catalog-store.ts";

export const SAVED = ["created", "updated", "unchanged"] as const;
export type Saved = (typeof SAVED)[number];

/** What saving a document means, given what is there. */
export function planChange(document: FairleadDocument, stored: StoredDocument | undefined, source: Source): Saved {
  if (stored === undefined) return "created";
  const same = canonicalJson(stored.content) === canonicalJson(document);
  return same && (stored.service === undefined || stored.service.source === source) ? "unchanged" : "updated";
}

/** Why what is there must not be changed in this way. */
export function checkChange(
  document: FairleadDocument,
  stored: StoredDocument | undefined,
  source: Source,
): Violation[] {
  if (stored === undefined || canonicalJson(stored.content) === canonicalJson(document)) return [];
  if (document.kind === "Template") {
    return [
      {
        path: "metadata.version",
        reason: `${document.metadata.version} of ${document.metadata.name} is published and never changes`,
        remedy: "Give the changed template a higher version.",
        severity: "error",
      },
    ];
  }
  if (stored.service?.source === "repository" && source !== "repository") {
    return [
      {
        path: "metadata.name",
        reason: `${document.metadata.name} is kept in a repository, and the next push would undo this`,
        remedy: "Change it there; from there it is applied with --source repository.",
        severity: "error",
      },
    ];
  }
  return [];
}
