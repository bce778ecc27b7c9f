import {
  type Actor,
  AppError,
  type Checked,
  checkDocument,
  hasErrors,
  type ResourceDocument,
  type Violation,
} from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { StoredDocument } from "../catalog/catalog-store.ts";
import { checkReferences } from "../catalog/check-references.ts";
import { identityOf } from "../catalog/identity-of.ts";
import type { Deps } from "../deps.ts";
import type { FitDecision } from "./fit-decision.ts";

export interface SaveResourceInput {
  document: unknown;
  /** The version that the edit started from; left out to create. */
  version?: number;
  /** Why it is not on Kubernetes; for a new one. */
  decision?: Omit<FitDecision, "outcome">;
}

/**
 * Lists something off the platform, or changes what is known of it. Why it is not on Kubernetes is kept with it.
 *
 * @throws AppError `invalid`; `conflict` where the name is taken; `stale` where somebody changed it meanwhile
 */
export async function saveResource(
  deps: Pick<Deps, "transact">,
  actor: Actor,
  { document: value, version: seen, decision }: SaveResourceInput,
): Promise<{ name: string; warnings: Violation[] }> {
  const { document, violations } = readResource(value);
  const undecided = seen === undefined && (decision === undefined || decision.reason.trim() === "");
  const wrong = undecided ? [...violations, UNDECIDED] : violations;
  if (document === undefined || hasErrors(wrong)) throw notRight(wrong);
  const { name } = document.metadata;
  const team = document.spec.owner;
  const action = seen === undefined ? "service.declare" : "service.edit";

  return mutate(deps, actor, { permission: action, scope: { team } }, async (tx) => {
    await tx.catalog.lock();
    const stored = (await tx.catalog.stored([document])).get(identityOf(document));
    if (seen === undefined) refuseTaken(name, stored);
    else refuseOverwrite(actor, name, stored, seen);
    const found = [...wrong, ...checkReferences(document, await tx.catalog.names())];
    if (hasErrors(found)) throw notRight(found);
    await tx.catalog.saveResources([document]);
    if (decision !== undefined) {
      const kept = { ...decision, reason: decision.reason.trim(), outcome: "off-platform" as const };
      await tx.catalog.addFitDecisions({ kind: "Resource", name }, [kept], actor);
    }
    const summary =
      seen === undefined ? `Declared ${name} off the platform: ${decision?.reason.trim()}` : `Changed ${name}`;
    const audit = [{ action, subject: { kind: "Resource", name }, team, details: { summary } }];
    return { result: { name, warnings: found }, audit };
  });
}

const UNDECIDED: Violation = {
  path: "decision.reason",
  reason: "is missing",
  remedy: "Say in a sentence why this is not on Kubernetes; it is kept with your name.",
  severity: "error",
};

function readResource(value: unknown): Checked<ResourceDocument> {
  const { document, violations } = checkDocument(value);
  if (document === undefined || document.kind === "Resource") {
    return document === undefined ? { violations } : { document, violations };
  }
  throw new AppError("invalid", `This is a ${document.kind}, and a Resource was expected.`);
}

function notRight(violations: Violation[]): AppError {
  return new AppError("invalid", "This is not right yet.", { violations });
}

function refuseTaken(name: string, stored: StoredDocument | undefined): void {
  if (stored === undefined) return;
  throw new AppError(
    "conflict",
    `There is a resource named ${name} already; it belongs to ${stored.owner}. Choose another name.`,
    { subject: `resource ${name}` },
  );
}

function refuseOverwrite(actor: Actor, name: string, stored: StoredDocument | undefined, seen: number): void {
  const subject = `resource ${name}`;
  if (stored === undefined)
    throw new AppError("not-found", `There is no resource named ${name}. A name never changes.`, { subject });
  if (stored.owner !== undefined) requirePermission(actor, "service.edit", { team: stored.owner });
  if (stored.version === seen) return;
  throw new AppError(
    "stale",
    `Somebody changed ${name} while you were editing. Nothing was saved; look at the newest state and repeat your change.`,
    { subject, current: { revision: stored.version ?? 0, document: stored.content } },
  );
}
