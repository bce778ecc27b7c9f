import { isJson, type Json } from "./json-edit.ts";

// What is typed as a map from names to texts: nothing in it is left out, and it is left out itself when it is empty.
const MAPS: ReadonlySet<string> = new Set([
  "annotations",
  "binaryData",
  "data",
  "default",
  "defaultRequest",
  "hard",
  "labels",
  "limits",
  "matchLabels",
  "max",
  "maxLimitRequestRatio",
  "min",
  "nodeSelector",
  "overhead",
  "requests",
  "stringData",
  "volumeAttributes",
]);

// Where an empty text says something else than none: these are pointers.
const MEANT_EMPTY: ReadonlySet<string> = new Set(["storageClassName", "timeZone", "volumeAttributesClassName"]);

// Where zero and false are the same as nothing: these are no pointers.
const ZERO_IS_NONE: ReadonlySet<string> = new Set([
  "failureThreshold",
  "healthCheckNodePort",
  "hostIPC",
  "hostNetwork",
  "hostPID",
  "hostPort",
  "initialDelaySeconds",
  "minReadySeconds",
  "nodePort",
  "paused",
  "periodSeconds",
  "publishNotReadyAddresses",
  "readOnly",
  "stdin",
  "stdinOnce",
  "successThreshold",
  "timeoutSeconds",
  "tty",
]);

/**
 * An object of Kubernetes itself as it comes out of the API server's types, which leave out what is empty: `has()` is
 * false for `env[0].value` where the value is "", and for `subjects: []`.
 */
export function asTyped(object: Json): Json {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    const value = typedValue(key, object[key]);
    if (value !== undefined) copy[key] = value;
  }
  return copy;
}

function typedValue(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (value === "") return MEANT_EMPTY.has(key) ? value : undefined;
  if (value === 0 || value === false) return ZERO_IS_NONE.has(key) ? undefined : value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(typedItem);
  if (!isJson(value)) return value;
  if (!MAPS.has(key)) return asTyped(value);
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function typedItem(item: unknown): unknown {
  if (item === null) return {};
  return isJson(item) ? asTyped(item) : item;
}
