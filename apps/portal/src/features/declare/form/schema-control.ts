import { type Group, isGroup } from "../draft/path.ts";
import type { Control, Option, Part } from "./question.ts";

const YES_OR_NO: Control = {
  kind: "choice",
  options: [
    { value: true, label: "yes" },
    { value: false, label: "no" },
  ],
};

/** The control that fits a JSON Schema. A schema that leaves the shape open is answered as a small document. */
export function schemaControl(schema: unknown): Control {
  if (!isGroup(schema)) return { kind: "json" };
  if (Array.isArray(schema.enum)) return { kind: "choice", options: optionsOf(schema.enum) };
  switch (schema.type) {
    case "boolean":
      return YES_OR_NO;
    case "integer":
      return { kind: "number" };
    case "number":
      return { kind: "number", decimals: 6 };
    case "string":
      return textControl(schema);
    case "array":
      return arrayControl(schema.items);
    case "object": {
      const parts = partsOf(schema);
      return parts.length === 0 ? { kind: "json" } : { kind: "group", parts };
    }
    default:
      return { kind: "json" };
  }
}

function textControl({ examples, maxLength }: Group): Control {
  const [example] = Array.isArray(examples) ? examples : [];
  return {
    kind: "text",
    ...(typeof example === "string" ? { placeholder: example } : {}),
    ...(typeof maxLength === "number" && maxLength > LONG_TEXT ? { lines: 4 } : {}),
  };
}

/** Longer answers get a box of several lines. */
const LONG_TEXT = 500;

function arrayControl(items: unknown): Control {
  if (!isGroup(items)) return { kind: "json" };
  if (Array.isArray(items.enum)) return { kind: "several", options: optionsOf(items.enum) };
  if (items.type === "string") return { kind: "list", item: textOr(items.title, "line") };
  const parts = items.type === "object" ? partsOf(items) : [];
  return parts.length === 0 ? { kind: "json" } : { kind: "rows", item: textOr(items.title, "line"), parts, blank: {} };
}

function partsOf({ properties }: Group): Part[] {
  return Object.entries(isGroup(properties) ? properties : {}).map(([path, property]) => ({
    path,
    label: textOr(isGroup(property) ? property.title : undefined, path),
    hint: isGroup(property) && typeof property.description === "string" ? property.description : undefined,
    control: schemaControl(property),
  }));
}

function optionsOf(values: readonly unknown[]): Option[] {
  return values.filter(isScalar).map((value) => ({ value, label: String(value) }));
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

function isScalar(value: unknown): value is Option["value"] {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
