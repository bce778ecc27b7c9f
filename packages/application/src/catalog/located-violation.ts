import type { FairleadDocument, Violation } from "@fairlead/domain";
import { identityOf } from "./identity-of.ts";

/** A violation of one document among many. */
export interface LocatedViolation extends Violation {
  /** Such as `teams.yaml:12`; the document's kind and name where nobody said. */
  where?: string;
}

/** A document that has its shape, and where it stood. */
export interface LocatedDocument {
  document: FairleadDocument;
  where?: string;
}

export function locate(violations: readonly Violation[], { document, where }: LocatedDocument): LocatedViolation[] {
  return violations.map((violation) => ({ ...violation, where: where ?? identityOf(document) }));
}
