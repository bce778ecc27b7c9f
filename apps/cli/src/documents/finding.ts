import type { Violation } from "@fairlead/domain";
import { placeViolation, yamlPath } from "./place-violation.ts";
import type { SourcedDocument } from "./read-documents.ts";

/** Something that is wrong, and the document in which it is. */
export interface Finding {
  document: SourcedDocument;
  violation: Violation;
}

/** A finding for machines: where an editor should jump to, and why. */
export interface PlacedFinding extends Violation {
  file: string;
  /** From 1, as is the column. */
  line: number;
  column: number;
}

export function placeFinding({ document, violation }: Finding): PlacedFinding {
  return { file: document.file, ...document.position(yamlPath(violation.path)), ...violation };
}

/** `file:line:column: path: reason. Remedy` */
export function findingLine({ document, violation }: Finding): string {
  const line = placeViolation(document, violation);
  return violation.policy === undefined ? line : `${line} [${violation.policy}]`;
}
