import { Optional } from "@marcbachmann/cel-js";
import { sizeOf } from "./size-of.ts";

// A result may share its parts a million times over (see size-of.ts); as JSON it would be written out.
const MAX_RESULT_SIZE = 1_000_000;

/** Says why a value of CEL has no place in JSON. */
export class NotJson extends Error {}

/**
 * A value of CEL as JSON. An empty optional is undefined, and left out of lists and maps.
 * @throws NotJson for types, unsafe integers, infinities, and results that are too large
 */
export function fromCelValue(value: unknown): unknown {
  if (sizeOf(value) > MAX_RESULT_SIZE) throw new NotJson("The result is too large.");
  return convert(value);
}

function convert(value: unknown): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "bigint":
      return toNumber(value);
    case "number":
      if (!Number.isFinite(value)) throw new NotJson(`${value} is not a number that JSON knows.`);
      return value;
    case "object":
      return convertObject(value);
    default:
      throw new NotJson("The result has no form in JSON.");
  }
}

function convertObject(value: object | null): unknown {
  if (value === null) return null;
  if (value instanceof Optional) return value.hasValue() ? convert(value.value()) : undefined;
  if (Array.isArray(value)) return value.map(convert).filter((item) => item !== undefined);
  if (value instanceof Map) return convertEntries([...value.entries()]);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join(""));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return convertEntries(Object.entries(value));
  const primitive: unknown = value.valueOf();
  if (typeof primitive === "bigint") return toNumber(primitive);
  // Quantities, addresses and durations say themselves as text; what has no text of its own is not data.
  const text = String(value);
  if (text.startsWith("[object ") || text.startsWith("Type<")) throw new NotJson("The result has no form in JSON.");
  return text;
}

function convertEntries(entries: readonly (readonly [unknown, unknown])[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, item] of entries) {
    const converted = convert(item);
    if (converted !== undefined) object[String(key)] = converted;
  }
  return object;
}

function toNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new NotJson(`The number ${value} is too large to be kept exactly.`);
  return number;
}
