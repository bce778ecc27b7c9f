/** A JSON Schema, as far as completion reads it. */
export type JsonSchema = Record<string, unknown>;

interface SchemaCompletion {
  label: string;
  /** What it means, where the schema says. */
  info?: string;
}

export interface SchemaCompletions {
  /** Where the word begins that is being completed. */
  from: number;
  kind: "key" | "value";
  options: SchemaCompletion[];
}

const KEY = /^(\s*(?:- )*)([\w-]*)$/;
const VALUE = /^(\s*(?:- )*)([\w-]+):\s+([\w.-]*)$/;
const ABOVE = /^(\s*)((?:- )*)([\w.*-]+):/;

/** What can stand at a place in a block-style YAML text, by its JSON Schema: names of fields, or values where they are few. */
export function schemaCompletions(schema: JsonSchema, text: string, offset: number): SchemaCompletions | undefined {
  const before = text.slice(0, offset).split("\n");
  const line = before.at(-1) ?? "";
  const value = VALUE.exec(line);
  if (value !== null) {
    const [, lead = "", key = "", word = ""] = value;
    const options = schemasAt(schema, [...pathOf(before, lead), key]).flatMap(valuesOf);
    return options.length === 0 ? undefined : { from: offset - word.length, kind: "value", options: distinct(options) };
  }
  const key = KEY.exec(line);
  if (key === null) return undefined;
  const [, lead = "", word = ""] = key;
  const options = schemasAt(schema, pathOf(before, lead)).flatMap(fieldsOf);
  return options.length === 0 ? undefined : { from: offset - word.length, kind: "key", options: distinct(options) };
}

/** The keys around a line, outermost first; `*` for an item of a list. */
function pathOf(lines: readonly string[], lead: string): string[] {
  const path: string[] = [];
  let limit = lead.length;
  const dash = (at: string): void => {
    path.unshift("*");
    // A list may stand as far left as the key that holds it.
    limit = at.indexOf("-") + 1;
  };
  if (lead.includes("-")) dash(lead);
  for (const above of lines.slice(0, -1).toReversed()) {
    const [, spaces = "", dashes = "", key = ""] = ABOVE.exec(above) ?? [];
    const indent = spaces.length + dashes.length;
    if (key === "" || indent > limit || (indent === limit && dashes === "")) continue;
    if (indent < limit) path.unshift(key);
    limit = Math.min(indent, limit);
    if (dashes !== "") dash(spaces + dashes);
    if (limit === 0) break;
  }
  return path;
}

function schemasAt(schema: JsonSchema, path: readonly string[]): JsonSchema[] {
  return path.reduce<JsonSchema[]>((at, step) => at.flatMap(shapes).flatMap((one) => stepInto(one, step)), [schema]);
}

function stepInto(schema: JsonSchema, step: string): JsonSchema[] {
  if (step === "*") return groups([schema.items]);
  const properties = Object(schema.properties);
  return groups([Object.hasOwn(properties, step) ? properties[step] : schema.additionalProperties]);
}

/** The schema itself, or the shapes of which it offers a choice. */
function shapes(schema: JsonSchema): JsonSchema[] {
  const choice = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat();
  return choice.length === 0 ? [schema] : groups(choice).flatMap(shapes);
}

function fieldsOf(schema: JsonSchema): SchemaCompletion[] {
  return shapes(schema).flatMap(({ properties }) =>
    Object.entries(Object(properties)).map(([label, field]) => described(label, field)),
  );
}

function valuesOf(schema: JsonSchema): SchemaCompletion[] {
  return shapes(schema).flatMap((shape) => {
    if (Array.isArray(shape.enum)) return shape.enum.map((each) => ({ label: String(each) }));
    if (shape.const !== undefined) return [{ label: String(shape.const) }];
    return shape.type === "boolean" ? [{ label: "true" }, { label: "false" }] : [];
  });
}

function described(label: string, field: unknown): SchemaCompletion {
  const description: unknown = Object(field).description;
  return typeof description === "string" ? { label, info: description } : { label };
}

function groups(values: readonly unknown[]): JsonSchema[] {
  return values.filter((value): value is JsonSchema => typeof value === "object" && value !== null);
}

function distinct(options: readonly SchemaCompletion[]): SchemaCompletion[] {
  return [...new Map(options.map((option) => [option.label, option])).values()];
}
