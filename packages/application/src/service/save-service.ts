import { type Actor, AppError, checkService, hasErrors, type ServiceDocument, type Violation } from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import { requirePermission } from "../access/require-permission.ts";
import { checkReferences } from "../catalog/check-references.ts";
import type { Deps } from "../deps.ts";

export interface SaveServiceInput {
  document: unknown;
  /** The revision that the edit started from; left out to create. */
  revision?: number;
  reason?: string;
}

export interface SavedServiceResult {
  name: string;
  revision: number;
  warnings: Violation[];
}

/**
 * Creates a service, or changes one from the revision that the person saw.
 *
 * @throws AppError `invalid`; `conflict` where the name is taken; `stale` where somebody else changed it meanwhile
 */
export async function saveService(deps: Deps, actor: Actor, input: SaveServiceInput): Promise<SavedServiceResult> {
  const { document, violations } = checkService(input.document);
  if (document === undefined) throw new AppError("invalid", "The declaration is not right yet.", { violations });
  const { name } = document.metadata;
  requirePermission(actor, input.revision === undefined ? "service.declare" : "service.edit", {
    team: document.spec.owner,
  });

  return mutate(deps, actor, async (tx) => {
    await tx.catalog.lock();
    const found = [...violations, ...checkReferences(document, await tx.catalog.names())];
    if (hasErrors(found)) throw new AppError("invalid", "The declaration is not right yet.", { violations: found });
    const existing = await tx.catalog.findService(name);
    if (existing === undefined && input.revision !== undefined)
      throw new AppError("not-found", `There is no service named ${name}.`);
    if (existing !== undefined) refuseOverwrite(actor, name, existing, input.revision);
    const { saved, revision } = await tx.catalog.saveService(document, actor, {
      reason: input.reason ?? "",
      source: "portal",
    });
    const summary =
      existing === undefined ? `Declared ${name}` : `Changed ${name}${input.reason ? `: ${input.reason}` : ""}`;
    const record = {
      action: existing === undefined ? "service.declare" : "service.edit",
      subject: { kind: "Service", name },
      team: document.spec.owner,
      details: { summary, revision },
    };
    return { result: { name, revision, warnings: found }, audit: saved === "unchanged" ? [] : [record] };
  });
}

function refuseOverwrite(
  actor: Actor,
  name: string,
  existing: { revision: number; source: "portal" | "repository"; team: string; document: ServiceDocument },
  revision: number | undefined,
): void {
  if (revision === undefined) {
    throw new AppError(
      "conflict",
      `There is a service named ${name} already; it belongs to ${existing.team}. Choose another name.`,
      { subject: `service ${name}` },
    );
  }
  if (existing.source === "repository") {
    throw new AppError(
      "conflict",
      `${name} is kept in a repository: change it there, or the next push would undo this.`,
    );
  }
  requirePermission(actor, "service.edit", { team: existing.team });
  if (existing.revision !== revision) {
    throw new AppError(
      "stale",
      `Somebody changed ${name} while you were editing: you started from revision ${revision}, it is at ${existing.revision} now. Nothing was saved; look at the newest state and repeat your change.`,
      { subject: `service ${name}` },
    );
  }
}
