import type { Question } from "./question.ts";

/** What nearly every service answers otherwise somewhere: offered at once. Everything else on demand. */
const USUAL = ["spec.size", "spec.scale.min", "spec.scale.max"];

/** What is the service's own, or is replaced as a whole and better said once. */
const SAME_EVERYWHERE = /^spec\.(image|system|tier|ports|health)(\.|$)/;

/** Whether an environment may answer a question otherwise in the form. */
export function canDiffer({ path, locked, control }: Question): boolean {
  return path.startsWith("spec.") && !SAME_EVERYWHERE.test(path) && !locked && control.kind !== "ports";
}

export function differsOften({ path }: Question): boolean {
  return USUAL.includes(path);
}

/** Where an environment's own answer to a question stands. */
export function overridePath(environment: string, path: string): string {
  return path.replace(/^spec\./, `spec.environments.${environment}.`);
}
