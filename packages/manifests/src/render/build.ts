import type { ResolvedSpec, Size } from "@fairlead/domain";
import type { RenderInput } from "./render-input.ts";

/** What every builder reads: the input, and the declaration as it is decided for this environment. */
export interface Build extends RenderInput {
  name: string;
  spec: ResolvedSpec;
  size: BuiltSize;
}

/** A size, and what exceptions make of it. */
export interface BuiltSize extends Size {
  /** Instead of a multiple of the request. */
  cpuLimit?: string;
  /** Instead of all that may be used. */
  memoryRequest?: string;
}

/** Whether it serves until it is told to end, unlike a job. */
export function isLongRunning({ template }: Pick<Build, "template">): boolean {
  return template.spec.workload === "Deployment" || template.spec.workload === "StatefulSet";
}

/** The least and the most replicas; equal where nothing scales. A run of a job is one. */
export function replicaRange({ spec, environment, template }: Build): { min: number; max: number } {
  if (!isLongRunning({ template })) return { min: 1, max: 1 };
  const min = spec.scale?.min ?? environment.spec.minReplicas ?? 1;
  return { min, max: Math.max(spec.scale?.max ?? min, min) };
}

export function isAutoscaled(build: Build): boolean {
  const { min, max } = replicaRange(build);
  return max > min;
}
