import type { Optional } from "@marcbachmann/cel-js";
import { charge } from "../meter.ts";
import { sizeOf } from "../values/size-of.ts";
import { deepEqual } from "./deep-equal.ts";
import type { CelLibrary } from "./library.ts";

/** Equality of optional values, which the engine's own optional types lack. */
export const optionals: CelLibrary = {
  name: "optionals",
  sinceMinor: 28,
  register(environment) {
    environment.registerOperator("optional<V> == optional<V>", areEqual);
  },
};

function areEqual(left: Optional, right: Optional): boolean {
  if (!left.hasValue() || !right.hasValue()) return left.hasValue() === right.hasValue();
  const a = left.value();
  const b = right.value();
  charge(Math.min(sizeOf(a), sizeOf(b)));
  return deepEqual(a, b);
}
