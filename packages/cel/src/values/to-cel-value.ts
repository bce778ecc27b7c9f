/** The part of an OpenAPI schema that decides which kind of number a JSON number is. */
export interface NumberSchema {
  type?: string;
  properties?: Readonly<Record<string, NumberSchema>>;
  additionalProperties?: NumberSchema | boolean;
  items?: NumberSchema;
}

/**
 * JSON as CEL sees it: integers are `int` (BigInt) and the rest `double`, because `type(x) == int` and overloads
 * depend on it. A schema with `type: number` makes an integral value a double too, as the API server does.
 */
export function toCelValue(value: unknown, schema?: NumberSchema): unknown {
  if (typeof value === "number")
    return Number.isSafeInteger(value) && schema?.type !== "number" ? BigInt(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => toCelValue(item, schema?.items));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item: unknown = Reflect.get(value, key);
    if (item !== undefined) copy[key] = toCelValue(item, schemaOf(schema, key));
  }
  return copy;
}

function schemaOf(schema: NumberSchema | undefined, key: string): NumberSchema | undefined {
  if (schema === undefined) return undefined;
  if (schema.properties !== undefined && Object.hasOwn(schema.properties, key)) return schema.properties[key];
  return typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
}
