import { knownFields } from "../document/known-fields.ts";
import { runtimeSchema } from "../document/service/spec.ts";

/** The fields of a declaration's runtime at a path, such as `min, max, cpuPercent` of `scale`. */
export function runtimeFields(path: readonly string[]): string[] {
  return knownFields(runtimeSchema, path);
}
