export interface PatchOperation {
  op: "add" | "replace" | "remove";
  /** A JSON pointer: https://www.rfc-editor.org/rfc/rfc6901 */
  path: string;
  value?: unknown;
}

/** Changes a copy of a value by the three operations of RFC 6902 that the examples use. */
export function applyPatch<T>(value: T, operations: readonly PatchOperation[]): T {
  const copy = structuredClone(value);
  for (const operation of operations) applyOne(copy, operation);
  return copy;
}

function applyOne(root: unknown, { op, path, value }: PatchOperation): void {
  const steps = path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop() ?? "";
  let place: unknown = root;
  for (const step of steps) place = isContainer(place) ? Reflect.get(place, step) : undefined;
  if (!isContainer(place)) throw new Error(`${path}: nothing is there`);
  if (op !== "add" && !Object.hasOwn(place, last)) throw new Error(`${path}: nothing is there to ${op}`);
  if (Array.isArray(place) && op !== "replace") {
    const at = last === "-" ? place.length : Number(last);
    if (op === "add") place.splice(at, 0, value);
    else place.splice(at, 1);
  } else if (op === "remove") {
    Reflect.deleteProperty(place, last);
  } else {
    Reflect.set(place, last, value);
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
