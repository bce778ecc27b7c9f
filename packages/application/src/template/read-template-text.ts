import type { TemplateDocument, Violation } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import { checkTemplateValue } from "./check-template-value.ts";

/** A violation with its place in the text. */
export interface PlacedViolation extends Violation {
  /** From 1, as is the column. */
  line: number;
  column: number;
}

export interface ReadTemplate {
  /** There where its shape is right, whatever else is wrong. */
  document?: TemplateDocument;
  violations: PlacedViolation[];
  /** Adds the place of further violations. */
  place(violation: Violation): PlacedViolation;
}

const LIMITS = { maxBytes: 256 * 1024, maxDocuments: 1, maxNodes: 20_000 };

/** Reads a template as somebody writes it: all that is wrong at once, each with line and column. Never throws. */
export function readTemplateText(text: string, environments?: readonly string[]): ReadTemplate {
  const { documents, problems } = readYaml(text, LIMITS);
  const [read] = documents;
  if (problems.length > 0) {
    const violations = problems.map((problem) => ({ ...problem, path: "", severity: "error" as const }));
    return { violations, place: atTheTop };
  }
  if (read === undefined) {
    const remedy = "Begin with apiVersion, kind, metadata and spec.";
    const violation = { path: "", reason: "There is nothing in it.", remedy, severity: "error" as const };
    return { violations: [atTheTop(violation)], place: atTheTop };
  }
  const { document, violations } = checkTemplateValue(read.value, environments);
  const place = (violation: Violation) => ({ ...violation, ...read.position(violation.path) });
  return { ...(document === undefined ? {} : { document }), violations: violations.map(place), place };
}

function atTheTop(violation: Violation): PlacedViolation {
  return { ...violation, line: 1, column: 1 };
}
