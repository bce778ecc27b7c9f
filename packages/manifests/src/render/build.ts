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
  const min = Math.max(spec.scale?.min ?? 1, 1);
  const floor = environment.spec.minReplicas ?? 1;
  const least = spec.scale?.min === undefined ? Math.max(min, floor) : min;
  return { min: least, max: Math.max(spec.scale?.max ?? least, least) };
}

export function isAutoscaled(build: Build): boolean {
  const { min, max } = replicaRange(build);
  return max > min;
}
