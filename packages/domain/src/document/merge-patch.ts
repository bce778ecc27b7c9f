/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Groups of which exactly one member is chosen: a patch that names another replaces the whole. */
const CHOICES = new Set(["ready", "live", "startup"]);

/**
 * JSON merge patch (RFC 7396): `null` takes a field away, groups merge, everything else replaces. A choice between
 * shapes (the checks under `health`) is replaced whole.
 */
export function mergePatch(target: unknown, patch: unknown, key?: string): unknown {
  if (!isObject(patch)) return patch;
  const base = isObject(target) && !(key !== undefined && CHOICES.has(key)) ? target : {};
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(patch)) {
    if (name === "__proto__") continue;
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value, name);
  }
  return merged;
}
