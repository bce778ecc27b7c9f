import type { Violation } from "../violation.ts";
import { patchAt } from "./value-at.ts";

/** A fix without the answer at a path of the declaration. */
export function takeOut(path: string): NonNullable<Violation["fix"]> {
  return { label: "Take it out", patch: patchAt(path.slice("spec.".length), null) };
}
