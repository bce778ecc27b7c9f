import { documentName, type FairleadDocument } from "@fairlead/domain";

/** What tells a document from all others: `Service checkout`, `Template web-service@1.0.0`. */
export function identityOf(document: FairleadDocument): string {
  return `${document.kind} ${documentName(document)}`;
}
