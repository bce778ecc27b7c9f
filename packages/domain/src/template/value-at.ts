/** What stands at a dotted path in a JSON value, such as `spec.ports.0.name`; `undefined` where nothing does. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => {
    return typeof at === "object" && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
  }, value);
}

/** A JSON value that holds nothing but `value` at a dotted path: a patch that sets it. */
export function patchAt(path: string, value: unknown): Record<string, unknown> {
  const [first = "", ...rest] = path.split(".");
  return { [first]: rest.length === 0 ? value : patchAt(rest.join("."), value) };
}
