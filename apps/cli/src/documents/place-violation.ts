import type { Violation } from "@fairlead/domain";
import type { SourcedDocument } from "./read-documents.ts";

export type PlacedWords = Pick<Violation, "path" | "reason" | "remedy">;

/** A violation as a line that an editor can jump to: `file:line:column: path: reason. Remedy.` */
export function placeViolation(document: SourcedDocument, { path, reason, remedy }: PlacedWords): string {
  const { line, column } = document.position(yamlPath(path));
  return `${document.file}:${line}:${column}: ${path === "" ? "the document" : path}: ${reason.replace(/\.$/, "")}. ${remedy}`;
}

/** `spec.ports.0.name` as keys and indexes. */
export function yamlPath(path: string): (string | number)[] {
  return path === "" ? [] : path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
