import { checkDocument, isWithin, type TemplateDocument, templateSchema, type Violation } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import { checkTemplate } from "./check-template.ts";

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
  const checked = checkDocument(read.value);
  const violations = [...checked.violations];
  const document = checked.document?.kind === "Template" ? checked.document : undefined;
  if (checked.document !== undefined && document === undefined)
    violations.push({ path: "kind", reason: "is not Template", remedy: "Write kind: Template.", severity: "error" });
  const whole = document ?? withoutMistakes(read.value, violations);
  const deeper = whole === undefined ? [] : checkTemplate(whole, environments);
  const mistaken = violations.map(({ path }) => path);
  violations.push(...deeper.filter(({ path }) => !mistaken.some((wrong) => wrong !== "" && isWithin(path, wrong))));
  const place = (violation: Violation) => ({ ...violation, ...read.position(violation.path) });
  return { ...(document === undefined ? {} : { document }), violations: violations.map(place), place };
}

function atTheTop(violation: Violation): PlacedViolation {
  return { ...violation, line: 1, column: 1 };
}

/** The template without the fields whose shape is wrong, so that the rest can be looked at too; nothing where it needs them. */
function withoutMistakes(value: unknown, violations: readonly Violation[]): TemplateDocument | undefined {
  const copy: unknown = structuredClone(value);
  for (const { path } of violations) {
    const parts = path.split(".");
    const parent = parts.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
    if (typeof parent === "object" && parent !== null && !Array.isArray(parent))
      Reflect.deleteProperty(parent, parts.at(-1) ?? "");
  }
  const parsed = templateSchema.safeParse(copy);
  return parsed.success ? parsed.data : undefined;
}
