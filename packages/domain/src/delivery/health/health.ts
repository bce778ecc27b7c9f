import type { KubernetesObject } from "../../kubernetes/object.ts";
import type { HealthState } from "../state.ts";

/** How something is, and why, as a sentence; the reason is empty where the state says it all. */
export interface WorkloadHealth {
  state: HealthState;
  reason: string;
}

export const HEALTHY: WorkloadHealth = { state: "Healthy", reason: "" };

export function progressing(reason: string): WorkloadHealth {
  return { state: "Progressing", reason };
}

export function degraded(reason: string): WorkloadHealth {
  return { state: "Degraded", reason };
}

type Fields = Record<string, unknown>;

/** The fields of something that may not be there; then every one reads as undefined. */
export function fieldsOf(value: unknown): Fields {
  // Reading only: whatever is not there reads as undefined.
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
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
  const found = listOf(fieldsOf(object.status).conditions).find((condition) => condition.type === type);
  return found === undefined ? undefined : readCondition(found);
}

export function readCondition(fields: Fields): Condition {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    type: text(fields.type),
    status: text(fields.status),
    reason: text(fields.reason),
    message: text(fields.message),
  };
}

/** Whether a controller has seen the newest state of the object. */
export function isObserved(object: KubernetesObject): boolean {
  const { generation } = object.metadata;
  const { observedGeneration } = fieldsOf(object.status);
  return generation === undefined || observedGeneration === undefined || observedGeneration === generation;
}
