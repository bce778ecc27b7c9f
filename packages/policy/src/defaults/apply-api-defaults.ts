import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { asTyped } from "./as-typed.ts";
import { applyCustomDefaults } from "./custom-defaults.ts";
import { APPS_DEFAULTS } from "./default-apps.ts";
import { AUTOSCALING_DEFAULTS } from "./default-autoscaling.ts";
import { BATCH_DEFAULTS } from "./default-batch.ts";
import { CORE_DEFAULTS } from "./default-core.ts";
import { NETWORK_DEFAULTS } from "./default-network.ts";
import { RBAC_DEFAULTS } from "./default-rbac.ts";
import type { DefaultsByKind } from "./default-workload.ts";
import { editMap, isJson, type Json, withoutNulls } from "./json-edit.ts";

const DEFAULTS: DefaultsByKind = {
  ...CORE_DEFAULTS,
  ...APPS_DEFAULTS,
  ...BATCH_DEFAULTS,
  ...AUTOSCALING_DEFAULTS,
  ...NETWORK_DEFAULTS,
  ...RBAC_DEFAULTS,
};

// Of these the API server has types of its own; kinds of add-ons it keeps as they were written.
const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  "",
  "apps",
  "autoscaling",
  "batch",
  "coordination.k8s.io",
  "discovery.k8s.io",
  "networking.k8s.io",
  "policy",
  "rbac.authorization.k8s.io",
  "scheduling.k8s.io",
  "storage.k8s.io",
]);

/**
 * An object as the API server completes it before it asks policies: what is empty is gone, defaults are there, the
 * namespace is named. By hand for the kinds that Fairlead renders, and proved field by field against a real API server
 * (docs/decisions/0022-defaults-by-hand.md); other kinds get no defaults.
 */
export function applyApiDefaults(object: KubernetesObject, namespace: string | undefined): KubernetesObject {
  const { apiVersion, kind, metadata } = object;
  const filled = complete(`${groupOf(apiVersion)}/${kind}`, groupOf(apiVersion), object);
  const completed = isJson(filled.metadata) ? { name: metadata.name, ...filled.metadata } : metadata;
  return { ...filled, apiVersion, kind, metadata: namespace === undefined ? completed : { ...completed, namespace } };
}

function complete(kind: string, group: string, object: object): Json {
  if (BUILT_IN_GROUPS.has(group)) {
    const typed = asTyped({ ...object });
    return DEFAULTS[kind]?.(typed) ?? typed;
  }
  const cleaned = withoutNulls(object);
  return isJson(cleaned) ? applyCustomDefaults(kind, editMap(cleaned, "metadata", asTyped)) : {};
}
