/**
 * The order of two values of the same CEL type, as its operators `<` and `==` see them: negative, zero, positive;
 * undefined where CEL has no order for them.
 */
export function compareValues(left: unknown, right: unknown): number | undefined {
  if (left instanceof Uint8Array && right instanceof Uint8Array) return compareBytes(left, right);
  const a = comparable(left);
  const b = comparable(right);
  if (a === undefined || b === undefined || isText(a) !== isText(b)) return undefined;
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

type Comparable = string | number | bigint | boolean;

function comparable(value: unknown): Comparable | undefined {
  switch (typeof value) {
    case "string":
    case "number":
    case "bigint":
    case "boolean":
      return value;
    case "object": {
      // Timestamps, durations, unsigned integers and quantities give a number; lists and maps give themselves.
      const primitive: unknown = value === null ? undefined : value.valueOf();
      return typeof primitive === "number" || typeof primitive === "bigint" ? primitive : undefined;
    }
    default:
      return undefined;
  }
}

function isText(value: Comparable): boolean {
  return typeof value === "string";
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
