import { charge } from "../meter.ts";
import { sizeOf } from "../values/size-of.ts";
import { deepEqual } from "./deep-equal.ts";
import { type CelLibrary, SYNC } from "./library.ts";

class SetsNamespace {}

/** `sets.contains`, `sets.equivalent`, `sets.intersects`: https://pkg.go.dev/github.com/google/cel-go/ext#Sets */
export const sets: CelLibrary = {
  name: "sets",
  sinceMinor: 29,
  register(environment) {
    environment
      .registerType("SetsNamespace", SetsNamespace)
      .registerConstant("sets", "SetsNamespace", new SetsNamespace())
      .registerFunction(
        "SetsNamespace.contains(list, list): bool",
        (_: unknown, list: unknown[], sublist: unknown[]) => contains(list, sublist),
        SYNC,
      )
      .registerFunction(
        "SetsNamespace.equivalent(list, list): bool",
        (_: unknown, a: unknown[], b: unknown[]) => contains(a, b) && contains(b, a),
        SYNC,
      )
      .registerFunction(
        "SetsNamespace.intersects(list, list): bool",
        (_: unknown, a: unknown[], b: unknown[]) => intersects(a, b),
        SYNC,
      );
  },
};

function contains(list: unknown[], sublist: unknown[]): boolean {
  charge(sizeOf(list) * sublist.length);
  return sublist.every((wanted) => list.some((item) => deepEqual(item, wanted)));
}

function intersects(a: unknown[], b: unknown[]): boolean {
  charge(sizeOf(a) * b.length);
  return a.some((item) => b.some((other) => deepEqual(item, other)));
}
