// Lists and maps of an expression never change once they are made, and share their parts: nested doubling makes
// a value of 2^50 parts in fifty steps. Remembering each part's size keeps counting cheap.
const known = new WeakMap<object, number>();

/** How many units it takes to walk through a value: one for each part, and one for each ten characters. */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return 1 + value.length / 10;
  if (typeof value !== "object" || value === null) return 1;
  const remembered = known.get(value);
  if (remembered !== undefined) return remembered;
  const size = measure(value);
  known.set(value, size);
  return size;
}

function measure(value: object): number {
  let size = 1;
  if (Array.isArray(value)) {
    for (const item of value) size += sizeOf(item);
  } else if (value instanceof Uint8Array) {
    size += value.length / 10;
  } else if (value instanceof Map) {
    for (const [key, item] of value) size += sizeOf(key) + sizeOf(item);
  } else if (isPlain(value)) {
    for (const [key, item] of Object.entries(value)) size += key.length / 10 + sizeOf(item);
  }
  return size;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
