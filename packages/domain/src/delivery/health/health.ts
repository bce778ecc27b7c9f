import type { KubernetesObject } from "../../kubernetes/object.ts";
import type { HealthState } from "../state.ts";

/** How something is, and why, as a sentence; the reason is empty where the state says it all. */
export interface WorkloadHealth {
  state: HealthState;
  reason: string;
}

type Fields = Record<string, unknown>;

export function fieldsOf(value: unknown): Fields {
  // Reading only: whatever is not there reads as undefined.
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function numberOf(value: unknown, otherwise = 0): number {
  return typeof value === "number" ? value : otherwise;
}

export interface Condition {
  type: string;
  status: string;
  reason: string;
  message: string;
}

export function conditionOf(object: KubernetesObject, type: string): Condition | undefined {
  const { conditions } = fieldsOf(object.status);
  const found = Array.isArray(conditions)
    ? conditions.map(fieldsOf).find((condition) => condition.type === type)
    : undefined;
  if (found === undefined) return undefined;
  return {
    type,
    status: String(found.status ?? ""),
    reason: String(found.reason ?? ""),
    message: String(found.message ?? ""),
  };
}

/** Whether a controller has seen the newest state of the object. */
export function isObserved(object: KubernetesObject): boolean {
  const { generation } = object.metadata;
  const { observedGeneration } = fieldsOf(object.status);
  return generation === undefined || observedGeneration === undefined || observedGeneration === generation;
}
