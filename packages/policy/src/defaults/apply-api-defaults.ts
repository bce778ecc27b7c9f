import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { DEFAULTS_BY_KIND } from "./default-by-kind.ts";
import { isJson, withoutNulls } from "./json-edit.ts";

/**
 * An object as the API server completes it before it asks policies: fields that are null are gone, defaults are there,
 * the namespace is named. Written by hand for the kinds that Fairlead renders; other kinds get no defaults. This folder
 * is what the defaults of the API server's own schema will replace.
 */
export function applyApiDefaults(object: KubernetesObject, namespace: string | undefined): KubernetesObject {
  const { apiVersion, kind, metadata } = object;
  const cleaned = withoutNulls(object);
  if (!isJson(cleaned)) return object;
  const filled = DEFAULTS_BY_KIND[`${groupOf(apiVersion)}/${kind}`]?.(cleaned) ?? cleaned;
  const completed = isJson(filled.metadata) ? { name: metadata.name, ...filled.metadata } : metadata;
  return { ...filled, apiVersion, kind, metadata: namespace === undefined ? completed : { ...completed, namespace } };
}
