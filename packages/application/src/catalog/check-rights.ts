import { type Actor, type Decision, decide, type FairleadDocument } from "@fairlead/domain";
import type { StoredDocument } from "./catalog-store.ts";

/** Everything that somebody must be allowed to put a document in the place of what is there. */
export function checkRights(
  actor: Actor,
  document: FairleadDocument,
  stored: StoredDocument | undefined,
): Extract<Decision, { allowed: false }>[] {
  return decisions(actor, document, stored).filter((decision) => !decision.allowed);
}

function decisions(actor: Actor, document: FairleadDocument, stored: StoredDocument | undefined): Decision[] {
  switch (document.kind) {
    case "Service":
    case "Resource":
    case "System": {
      const permission = stored === undefined ? "service.declare" : "service.edit";
      // Taking something over takes both: it is the present owner's to give.
      const teams = new Set([document.spec.owner, stored?.owner ?? document.spec.owner]);
      return [...teams].map((team) => decide(actor, permission, { team }));
    }
    case "Team":
      // A new team is the platform's to make; what is in it is its maintainers' to say.
      return [
        stored === undefined
          ? decide(actor, "catalog.apply")
          : decide(actor, "team.edit", { team: document.metadata.name }),
      ];
    case "Template":
    case "Environment":
    case "Cluster":
      return [decide(actor, "catalog.apply")];
  }
}
