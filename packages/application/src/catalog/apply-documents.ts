import {
  type Actor,
  AppError,
  checkDocument,
  type DocumentKind,
  decide,
  documentName,
  type FairleadDocument,
  hasErrors,
  type Violation,
} from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import type { Deps } from "../deps.ts";
import type { Transaction } from "../unit-of-work.ts";
import type { Saved } from "./catalog-store.ts";
import { checkReferences, withDeclared } from "./check-references.ts";

/** A document as it came, and where it stood, for the errors. */
export interface SourceDocument {
  value: unknown;
  /** Such as `teams.yaml:12`. */
  where?: string;
}

export interface ApplyInput {
  documents: readonly SourceDocument[];
  reason?: string;
  source?: "portal" | "repository";
}

export interface Applied {
  documents: { kind: DocumentKind; name: string; saved: Saved }[];
  warnings: LocatedViolation[];
}

/** A violation of one document among many. */
export interface LocatedViolation extends Violation {
  where?: string;
}

/** What others refer to comes before what refers to it. */
const ORDER = [
  "Team",
  "Cluster",
  "Environment",
  "Template",
  "System",
  "Resource",
  "Service",
] as const satisfies readonly DocumentKind[];

/**
 * Takes a set of documents into the catalog, all or none. Every problem of every document is told at once.
 *
 * @throws AppError `invalid` with violations, `forbidden` where one document is not the actor's to write
 */
export async function applyDocuments(deps: Deps, actor: Actor, input: ApplyInput): Promise<Applied> {
  const { documents, violations } = checkShapes(input.documents);
  refuseErrors(violations);
  return mutate(deps, actor, async (tx) => {
    await tx.catalog.lock();
    const names = withDeclared(
      await tx.catalog.names(),
      documents.map(({ document }) => document),
    );
    const found = documents.flatMap(({ document, where }) =>
      located(checkReferences(document, names), document, where),
    );
    refuseErrors(found);
    await refuseForeign(
      tx,
      actor,
      documents.map(({ document }) => document),
    );
    const sorted = documents
      .map(({ document }) => document)
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    const results: Applied["documents"] = [];
    for (const document of sorted) {
      const saved = await save(tx, actor, document, { reason: input.reason ?? "", source: input.source ?? "portal" });
      results.push({ kind: document.kind, name: documentName(document), saved });
    }
    const changed = results.filter(({ saved }) => saved !== "unchanged");
    const audit = changed.map(({ kind, name, saved }) => ({
      action: "catalog.apply",
      subject: { kind, name },
      ...ownerOf(documents.find(({ document }) => document.kind === kind && documentName(document) === name)?.document),
      details: {
        summary: `${saved === "created" ? "Declared" : "Changed"} ${kind.toLowerCase()} ${name}`,
        reason: input.reason ?? "",
      },
    }));
    return { result: { documents: results, warnings: [...violations, ...found] }, audit };
  });
}

interface CheckedDocument {
  document: FairleadDocument;
  where?: string;
}

function checkShapes(sources: readonly SourceDocument[]): {
  documents: CheckedDocument[];
  violations: LocatedViolation[];
} {
  if (sources.length === 0)
    throw new AppError("invalid", "There are no documents in it. Begin with apiVersion, kind, metadata and spec.");
  const documents: CheckedDocument[] = [];
  const violations: LocatedViolation[] = [];
  const seen = new Set<string>();
  for (const { value, where } of sources) {
    const checked = checkDocument(value);
    violations.push(
      ...checked.violations.map((violation) => ({ ...violation, ...(where === undefined ? {} : { where }) })),
    );
    if (checked.document === undefined) continue;
    const identity = `${checked.document.kind} ${documentName(checked.document)}`;
    if (seen.has(identity)) {
      violations.push(
        ...located(
          [
            {
              path: "metadata.name",
              reason: `${identity} is there twice`,
              remedy: "Keep one of them.",
              severity: "error",
            },
          ],
          checked.document,
          where,
        ),
      );
    }
    seen.add(identity);
    documents.push({ document: checked.document, ...(where === undefined ? {} : { where }) });
  }
  return { documents, violations };
}

function located(
  violations: readonly Violation[],
  document: FairleadDocument,
  where: string | undefined,
): LocatedViolation[] {
  return violations.map((violation) => ({
    ...violation,
    where: where ?? `${document.kind} ${documentName(document)}`,
  }));
}

function refuseErrors(violations: readonly LocatedViolation[]): void {
  if (!hasErrors(violations)) return;
  const count = violations.filter(({ severity }) => severity === "error").length;
  throw new AppError("invalid", `Nothing was applied: ${count} ${count === 1 ? "thing is" : "things are"} wrong.`, {
    violations,
  });
}

async function refuseForeign(tx: Transaction, actor: Actor, documents: readonly FairleadDocument[]): Promise<void> {
  for (const document of documents) {
    const decisions = [decideFor(actor, document)];
    if (document.kind === "Service") {
      // Taking a service over takes both: it is the present owner's to give.
      const existing = await tx.catalog.findService(document.metadata.name);
      if (existing !== undefined && existing.team !== document.spec.owner)
        decisions.push(decide(actor, "service.edit", { team: existing.team }));
    }
    for (const decision of decisions) {
      if (!decision.allowed) {
        throw new AppError(
          "forbidden",
          `${decision.reason} (${document.kind} ${documentName(document)}) Nothing was applied.`,
          { whoCould: decision.whoCould },
        );
      }
    }
  }
}

function decideFor(actor: Actor, document: FairleadDocument) {
  switch (document.kind) {
    case "Service":
    case "Resource":
    case "System":
      return decide(actor, "service.edit", { team: document.spec.owner });
    case "Team":
    case "Template":
    case "Environment":
    case "Cluster":
      return decide(actor, "catalog.apply");
  }
}

function ownerOf(document: FairleadDocument | undefined): { team?: string } {
  return document !== undefined && "owner" in document.spec ? { team: document.spec.owner } : {};
}

async function save(
  tx: Transaction,
  actor: Actor,
  document: FairleadDocument,
  options: { reason: string; source: "portal" | "repository" },
): Promise<Saved> {
  switch (document.kind) {
    case "Team":
      return tx.catalog.saveTeam(document);
    case "System":
      return tx.catalog.saveSystem(document);
    case "Resource":
      return tx.catalog.saveResource(document);
    case "Environment":
      return tx.catalog.saveEnvironment(document);
    case "Cluster":
      return tx.catalog.saveCluster(document);
    case "Template": {
      const saved = await tx.catalog.saveTemplate(document, actor);
      if (saved !== undefined) return saved;
      throw new AppError(
        "conflict",
        `Template ${documentName(document)} is published and never changes. Give the new one a higher version. Nothing was applied.`,
      );
    }
    case "Service":
      return (await tx.catalog.saveService(document, actor, options)).saved;
  }
}
