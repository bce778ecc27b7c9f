import {
  type Actor,
  AppError,
  type DocumentKind,
  documentName,
  type FairleadDocument,
  hasErrors,
} from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import type { AuditRecord } from "../audit/audit-store.ts";
import type { Deps } from "../deps.ts";
import { checkVolumes } from "../service/check-volumes.ts";
import { checkDeclaration } from "../template/check-declaration.ts";
import { checkRestricted } from "../template/check-restricted.ts";
import { checkTemplate } from "../template/check-template.ts";
import { findTemplates } from "../template/find-templates.ts";
import { withDeclared } from "./catalog-names.ts";
import type { Source, StoredDocument } from "./catalog-store.ts";
import { checkReferences } from "./check-references.ts";
import { checkRights } from "./check-rights.ts";
import { identityOf } from "./identity-of.ts";
import { inOrder } from "./in-order.ts";
import { type LocatedDocument, type LocatedViolation, locate } from "./located-violation.ts";
import { checkChange, planChange, type Saved } from "./plan-change.ts";
import { readDocuments, type SourceDocument } from "./read-documents.ts";
import { saveDocuments } from "./save-documents.ts";

export interface ApplyInput {
  documents: readonly SourceDocument[];
  reason?: string;
  source?: Source;
  /** Checks everything and says what would change, and changes nothing. */
  dryRun?: boolean;
}

export interface Applied {
  /** In the order in which they were saved. */
  documents: { kind: DocumentKind; name: string; saved: Saved }[];
  warnings: LocatedViolation[];
}

/**
 * Takes a set of documents into the catalog, all or none. Every problem of every document is told at once; what is
 * there already in the same words is left alone.
 *
 * @throws AppError `invalid` with violations, `forbidden` where one document is not the actor's to write
 */
export async function applyDocuments(
  deps: Pick<Deps, "transact" | "read">,
  actor: Actor,
  { documents: sources, reason = "", source = "portal", dryRun = false }: ApplyInput,
): Promise<Applied> {
  if (sources.length === 0)
    throw new AppError("invalid", "There are no documents in it. Begin with apiVersion, kind, metadata and spec.");
  const { documents, violations } = readDocuments(sources);
  refuseErrors(violations);
  const all = documents.map(({ document }) => document);
  // Asked before the transaction, which holds everybody else up: published templates never change.
  const templateOf = await findTemplates(deps, all);
  const services = all.filter((document) => document.kind === "Service");
  const volumes = await checkVolumes(deps, services, templateOf);
  const answers = documents.flatMap((each) => {
    if (each.document.kind !== "Service") return [];
    const kept = volumes.get(each.document.metadata.name) ?? [];
    return locate([...checkDeclaration(each.document, templateOf(each.document)), ...kept], each);
  });

  // Whose each document is to write is asked below, when it is known what is there.
  return mutate(deps, actor, { permission: "service.edit" }, async (tx) => {
    await tx.catalog.lock();
    const stored = await tx.catalog.stored(all);
    refuseForeign(actor, documents, stored);
    const names = withDeclared(await tx.catalog.names(), all);
    const found = documents.flatMap((each) => {
      const before = stored.get(identityOf(each.document));
      const { document } = each;
      const restricted =
        document.kind === "Service" ? checkRestricted(actor, document, templateOf(document), before) : [];
      const wrong = [...checkReferences(document, names), ...checkChange(document, before, source), ...restricted];
      // What is published already is not judged again by what has been learned since.
      if (document.kind === "Template" && before === undefined)
        wrong.push(...checkTemplate(document, [...names.byKind.Environment]));
      return locate(wrong, each);
    });
    refuseErrors([...found, ...answers]);

    const plan = inOrder(all).map((document) => {
      return { document, saved: planChange(document, stored.get(identityOf(document)), source) };
    });
    const changes = dryRun ? [] : plan.filter(({ saved }) => saved !== "unchanged");
    const changed = changes.map(({ document }) => document);
    await saveDocuments(tx.catalog, actor, changed, stored, { reason, source });
    return {
      result: {
        documents: plan.map(({ document, saved }) => ({ kind: document.kind, name: documentName(document), saved })),
        warnings: [...violations, ...found, ...answers],
      },
      audit: changes.map(({ document, saved }) => auditOf(document, saved, reason)),
    };
  });
}

function refuseErrors(violations: readonly LocatedViolation[]): void {
  if (!hasErrors(violations)) return;
  const count = violations.filter(({ severity }) => severity === "error").length;
  throw new AppError("invalid", `Nothing was applied: ${count} ${count === 1 ? "thing is" : "things are"} wrong.`, {
    violations,
  });
}

function refuseForeign(
  actor: Actor,
  documents: readonly LocatedDocument[],
  stored: ReadonlyMap<string, StoredDocument>,
): void {
  const refusals = documents.flatMap((each) =>
    checkRights(actor, each.document, stored.get(identityOf(each.document))).map((refusal) => ({ each, ...refusal })),
  );
  const [first] = refusals;
  if (first === undefined) return;
  const more = refusals.length === 1 ? "" : ` The same goes for ${refusals.length - 1} more.`;
  throw new AppError("forbidden", `${first.reason} (${identityOf(first.each.document)})${more} Nothing was applied.`, {
    whoCould: first.whoCould,
    violations: refusals.flatMap(({ each, reason, whoCould }) =>
      locate([{ path: "", reason, remedy: `Ask ${whoCould}.`, severity: "error" }], each),
    ),
  });
}

function auditOf(document: FairleadDocument, saved: Saved, reason: string): AuditRecord {
  const name = documentName(document);
  return {
    action: "catalog.apply",
    subject: { kind: document.kind, name },
    // A template's owner is a word, not a team.
    ...("owner" in document.spec ? { team: document.spec.owner } : {}),
    details: {
      summary: `${saved === "created" ? "Declared" : "Changed"} ${document.kind.toLowerCase()} ${name}`,
      reason,
    },
  };
}
