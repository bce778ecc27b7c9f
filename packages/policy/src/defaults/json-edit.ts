export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A copy with the defaults for the fields that it lacks; a default of undefined is no default. */
export function withDefaults(value: Json, defaults: Json): Json {
  const missing = Object.entries(defaults).filter(([key, item]) => item !== undefined && value[key] === undefined);
  return missing.length === 0 ? value : { ...value, ...Object.fromEntries(missing) };
}

/** A copy with one field changed, where the field is a map. */
export function editMap(value: Json, key: string, edit: (inner: Json) => Json): Json {
  const inner = value[key];
  return isJson(inner) ? { ...value, [key]: edit(inner) } : value;
}

/** A copy with the maps in one list changed. */
export function editItems(value: Json, key: string, edit: (item: Json) => Json): Json {
  const items: unknown = value[key];
  if (!Array.isArray(items)) return value;
  return { ...value, [key]: items.map((item: unknown) => (isJson(item) ? edit(item) : item)) };
}

/** Follows a path of maps and changes what is there; what is not there stays away. */
export function editPath(value: Json, path: readonly string[], edit: (inner: Json) => Json): Json {
  const [head, ...rest] = path;
  return head === undefined ? edit(value) : editMap(value, head, (inner) => editPath(inner, rest, edit));
}

/** A copy without fields that are null or undefined: the API server reads them as absent. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (item === null ? item : withoutNulls(item)));
  if (!isJson(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item !== null && item !== undefined) copy[key] = withoutNulls(item);
  }
  return copy;
}
