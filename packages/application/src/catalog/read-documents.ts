import { checkDocument } from "@fairlead/domain";
import { identityOf } from "./identity-of.ts";
import { type LocatedDocument, type LocatedViolation, locate } from "./located-violation.ts";

/** A document as it came, and where it stood, for the errors. */
export interface SourceDocument {
  value: unknown;
  /** Such as `teams.yaml:12`. */
  where?: string;
}

/** Checks the shape of each document, and that none is there twice. */
export function readDocuments(sources: readonly SourceDocument[]): {
  documents: LocatedDocument[];
  violations: LocatedViolation[];
} {
  const documents: LocatedDocument[] = [];
  const violations: LocatedViolation[] = [];
  const first = new Map<string, LocatedDocument>();
  for (const { value, where } of sources) {
    const place = where === undefined ? {} : { where };
    const checked = checkDocument(value);
    violations.push(...checked.violations.map((violation) => ({ ...violation, ...place })));
    if (checked.document === undefined) continue;
    const read = { document: checked.document, ...place };
    const identity = identityOf(checked.document);
    const earlier = first.get(identity);
    if (earlier !== undefined) violations.push(...locate([twice(identity, earlier)], read));
    first.set(identity, earlier ?? read);
    documents.push(read);
  }
  return { documents, violations };
}

function twice(identity: string, { where }: LocatedDocument) {
  return {
    path: "metadata.name",
    reason: `${identity} is there twice${where === undefined ? "" : `, first in ${where}`}`,
    remedy: "Keep one of them.",
    severity: "error" as const,
  };
}
