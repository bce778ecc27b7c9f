import type { Prisma } from "../generated/client.ts";

/** A document on its way into a JSON column. Documents are JSON by their schemas, which TypeScript cannot see. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

/** An optional field of a view: left out where the database has null. */
export function given<Key extends string, Value>(key: Key, value: Value | null | undefined): { [K in Key]?: Value } {
  // The computed key is `Key` and nothing else, which TypeScript widens to string.
  return value === null || value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
