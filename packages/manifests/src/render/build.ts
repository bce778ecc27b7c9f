import type { ResolvedSpec, Size } from "@fairlead/domain";
import type { RenderInput } from "./render-input.ts";

/** What every builder reads: the input, and the declaration as it is decided for this environment. */
export interface Build extends RenderInput {
  name: string;
  spec: ResolvedSpec;
  size: Size;
}

/** The least and the most replicas; equal where nothing scales. */
export function replicaRange({ spec, environment }: Build): { min: number; max: number } {
  const min = spec.scale?.min ?? environment.spec.minReplicas ?? 1;
  return { min, max: Math.max(spec.scale?.max ?? min, min) };
}

export function isAutoscaled(build: Build): boolean {
  const { min, max } = replicaRange(build);
  return max > min;
}
