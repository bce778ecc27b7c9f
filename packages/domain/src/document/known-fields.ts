import * as z from "zod";

export type AnySchema = z.core.$ZodType;

/** The names of the fields that a schema has at a path: those of all shapes where several are offered. */
export function knownFields(schema: AnySchema, path: readonly PropertyKey[]): string[] {
  return [
    ...new Set(
      schemasAt(schema, path)
        .flatMap(shapes)
        .flatMap((shape) => Object.keys(shape)),
    ),
  ];
}

/** The schemas of what stands at a path: several where shapes are offered, none where the path leads nowhere. */
export function schemasAt(schema: AnySchema, path: readonly PropertyKey[]): AnySchema[] {
  return path.reduce<AnySchema[]>((at, key) => at.flatMap((one) => step(one, key)), [schema]);
}

function step(schema: AnySchema, key: PropertyKey): AnySchema[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const field: unknown = Object.hasOwn(inner.shape, key) ? inner.shape[String(key)] : undefined;
    return field instanceof z.core.$ZodType ? [field] : [];
  }
  if (inner instanceof z.ZodArray) return [inner.element];
  if (inner instanceof z.ZodRecord) return [inner.valueType];
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option: AnySchema) => step(option, key));
  return [];
}

function shapes(schema: AnySchema): Record<string, unknown>[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return [inner.shape];
  return inner instanceof z.ZodUnion ? inner.options.flatMap((option: AnySchema) => shapes(option)) : [];
}

function unwrap(schema: AnySchema): AnySchema {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}
