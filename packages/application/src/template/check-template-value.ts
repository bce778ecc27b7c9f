import {
  type Checked,
  checkDocument,
  isWithin,
  type TemplateDocument,
  templateSchema,
  type Violation,
} from "@fairlead/domain";
import { checkTemplate } from "./check-template.ts";

/** Checks a template as it came from outside: its shape, and, at once, the meaning of what has the right shape. */
export function checkTemplateValue(value: unknown, environments?: readonly string[]): Checked<TemplateDocument> {
  const checked = checkDocument(value);
  const violations = [...checked.violations];
  const document = checked.document?.kind === "Template" ? checked.document : undefined;
  if (checked.document !== undefined && document === undefined)
    violations.push({ path: "kind", reason: "is not Template", remedy: "Write kind: Template.", severity: "error" });
  const whole = document ?? withoutMistakes(value, violations);
  const deeper = whole === undefined ? [] : checkTemplate(whole, environments);
  const mistaken = violations.map(({ path }) => path);
  violations.push(...deeper.filter(({ path }) => !mistaken.some((wrong) => wrong !== "" && isWithin(path, wrong))));
  return document === undefined ? { violations } : { document, violations };
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
