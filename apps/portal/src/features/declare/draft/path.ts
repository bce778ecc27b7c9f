/** A document, or a part of one, as it is being written. */
export type Group = Readonly<Record<string, unknown>>;

export function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a dotted path; `undefined` where nothing does. */
export function readAt(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, key) => (isGroup(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);
}

/** The same document with another value at a path. `undefined` takes the field away, and groups that this leaves empty. */
export function writeAt(value: Group, path: string, next: unknown): Group {
  const [key = "", ...rest] = path.split(".");
  const current = value[key];
  const changed = rest.length === 0 ? next : writeAt(isGroup(current) ? current : {}, rest.join("."), next);
  const { [key]: _, ...others } = value;
  const emptied = next === undefined && isGroup(changed) && Object.keys(changed).length === 0;
  return changed === undefined || emptied ? others : { ...value, [key]: changed };
}
