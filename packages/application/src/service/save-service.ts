import {
  type Actor,
  AppError,
  checkFit,
  checkService,
  type FitAnswer,
  hasErrors,
  overruledFit,
  type ServiceDocument,
  type TemplateDocument,
  type Violation,
} from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { StoredDocument } from "../catalog/catalog-store.ts";
import { checkReferences } from "../catalog/check-references.ts";
import { identityOf } from "../catalog/identity-of.ts";
import { planChange } from "../catalog/plan-change.ts";
import type { Deps } from "../deps.ts";
import type { FitDecision } from "../resource/fit-decision.ts";
import { checkDeclaration } from "../template/check-declaration.ts";
import { checkRestricted } from "../template/check-restricted.ts";
import { findTemplates } from "../template/find-templates.ts";
import { checkVolumes } from "./check-volumes.ts";

export interface SaveServiceInput {
  document: unknown;
  /** The revision that the edit started from; left out to create. */
  revision?: number;
  reason?: string;
  /** Answers to the questions of its template whether it belongs on Kubernetes; for a new one. */
  fit?: readonly FitAnswer[];
}

export interface SavedServiceResult {
  name: string;
  revision: number;
  warnings: Violation[];
}

/**
 * Creates a service, or changes one from the revision that the person saw.
 *
 * @throws AppError `invalid`; `conflict` where the name is taken or the service is kept in a repository; `stale` with
 * what is there now where somebody else changed it meanwhile
 */
export async function saveService(
  deps: Pick<Deps, "transact" | "read">,
  actor: Actor,
  { document: value, revision: seen, reason = "", fit = [] }: SaveServiceInput,
): Promise<SavedServiceResult> {
  const { document, violations } = checkService(value);
  if (document === undefined) throw notRight(violations);
  const { name } = document.metadata;
  const templateOf = await findTemplates(deps, [document]);
  const template = templateOf(document);
  const volumes = (await checkVolumes(deps, [document], templateOf)).get(name) ?? [];
  const fits = seen === undefined && template !== undefined ? checkFit(template, fit) : [];
  const answers = [...checkDeclaration(document, template), ...fits];
  const action = seen === undefined ? "service.declare" : "service.edit";

  return mutate(deps, actor, { permission: action, scope: { team: document.spec.owner } }, async (tx) => {
    await tx.catalog.lock();
    const stored = (await tx.catalog.stored([document])).get(identityOf(document));
    if (seen === undefined) refuseTaken(document, stored);
    else refuseOverwrite(actor, name, stored, seen);
    const restricted = checkRestricted(actor, document, template, stored);
    const found = [
      ...violations,
      ...checkReferences(document, await tx.catalog.names()),
      ...answers,
      ...restricted,
      ...volumes,
    ];
    if (hasErrors(found)) throw notRight(found);

    const before = stored?.service?.revision ?? 0;
    if (planChange(document, stored, "portal") === "unchanged")
      return { result: { name, revision: before, warnings: found }, audit: [] };
    const revision = before + 1;
    await tx.catalog.saveServices([{ document, revision }], actor, { reason, source: "portal" });
    if (seen === undefined && template !== undefined) {
      await tx.catalog.addFitDecisions({ kind: "Service", name }, decisionsOf(template, fit), actor);
    }
    const did = seen === undefined ? "Declared" : "Changed";
    const record = {
      action,
      subject: { kind: "Service", name },
      team: document.spec.owner,
      details: { summary: `${did} ${name}${reason === "" ? "" : `: ${reason}`}`, revision },
    };
    return { result: { name, revision, warnings: found }, audit: [record] };
  });
}

function decisionsOf(template: TemplateDocument, fit: readonly FitAnswer[]): FitDecision[] {
  const { name, version } = template.metadata;
  return overruledFit(template, fit).map(({ question, reason }) => ({
    template: `${name}@${version}`,
    question,
    outcome: "on-platform",
    reason,
  }));
}

function notRight(violations: Violation[]): AppError {
  return new AppError("invalid", "The declaration is not right yet.", { violations });
}

function refuseTaken({ metadata: { name } }: ServiceDocument, stored: StoredDocument | undefined): void {
  if (stored === undefined) return;
  throw new AppError(
    "conflict",
    `There is a service named ${name} already; it belongs to ${stored.owner}. Choose another name.`,
    { subject: `service ${name}` },
  );
}

function refuseOverwrite(actor: Actor, name: string, stored: StoredDocument | undefined, seen: number): void {
  const subject = `service ${name}`;
  if (stored?.service === undefined)
    throw new AppError("not-found", `There is no service named ${name}. A name never changes: declare a new service.`, {
      subject,
    });
  if (stored.owner !== undefined) requirePermission(actor, "service.edit", { team: stored.owner });
  const { revision, source } = stored.service;
  if (source === "repository") {
    throw new AppError(
      "conflict",
      `${name} is kept in a repository: change it there, or the next push would undo this.`,
      {
        subject,
      },
    );
  }
  if (revision !== seen) {
    throw new AppError(
      "stale",
      `Somebody changed ${name} while you were editing: you started from revision ${seen}, it is at ${revision} now. Nothing was saved; look at the newest state and repeat your change.`,
      { subject, current: { revision, document: stored.content } },
    );
  }
}
