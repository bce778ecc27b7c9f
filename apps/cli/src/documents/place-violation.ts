import type { Violation } from "@fairlead/domain";
import type { SourcedDocument } from "./read-documents.ts";

export type PlacedWords = Pick<Violation, "path" | "reason" | "remedy"> & { object?: string | undefined };

/** A violation as a line that an editor can jump to: `file:line:column: path: reason. Remedy.` */
export function placeViolation(
  document: SourcedDocument,
  { path, reason, remedy, object = "the document" }: PlacedWords,
): string {
  const { line, column } = document.position(yamlPath(path));
  const what = path === "" ? object : path;
  return `${document.file}:${line}:${column}: ${what}: ${reason.replace(/\.$/, "")}. ${remedy}`;
}

/** `spec.ports.0.name` as keys and indexes. */
export function yamlPath(path: string): (string | number)[] {
  return path === "" ? [] : path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
