import { charge, chargeText } from "../meter.ts";
import { sizeOf } from "../values/size-of.ts";
import { compareValues } from "./compare.ts";
import { deepEqual } from "./deep-equal.ts";
import { type CelLibrary, evaluationError, SYNC } from "./library.ts";

/** Kubernetes' functions on lists: `isSorted`, `sum`, `min`, `max`, `indexOf`, `lastIndexOf`, and `join` with a count. */
export const lists: CelLibrary = {
  name: "lists",
  sinceMinor: 0,
  register(environment) {
    environment
      .registerFunction("list<T>.isSorted(): bool", isSorted, SYNC)
      .registerFunction("list<T>.sum(): dyn", sum, SYNC)
      .registerFunction("list<T>.min(): T", (list: unknown[]) => extreme("min", list), SYNC)
      .registerFunction("list<T>.max(): T", (list: unknown[]) => extreme("max", list), SYNC)
      .registerFunction("list<T>.indexOf(T): int", indexOf, SYNC)
      .registerFunction("list<T>.lastIndexOf(T): int", lastIndexOf, SYNC)
      .registerFunction("list<string>.countedJoin(): string", (list: unknown[]) => join(list, ""), SYNC)
      .registerFunction("list<string>.countedJoin(string): string", join, SYNC);
  },
};

function isSorted(list: unknown[]): boolean {
  return list.every((item, index) => index === 0 || order(list[index - 1], item) <= 0);
}

function sum(list: unknown[]): unknown {
  if (list.every((item): item is bigint => typeof item === "bigint")) return list.reduce((a, b) => a + b, 0n);
  if (list.every((item): item is number => typeof item === "number")) return list.reduce((a, b) => a + b, 0);
  throw evaluationError("sum() adds up numbers of one type only.");
}

function extreme(which: "min" | "max", list: unknown[]): unknown {
  if (list.length === 0) throw evaluationError(`${which}() was called on an empty list.`);
  const sign = which === "min" ? 1 : -1;
  return list.reduce((best, item) => (order(item, best) * sign < 0 ? item : best));
}

function order(left: unknown, right: unknown): number {
  const result = compareValues(left, right);
  if (result === undefined) throw evaluationError("The list holds values that have no order.");
  return result;
}

function indexOf(list: unknown[], wanted: unknown): bigint {
  charge(sizeOf(list));
  return BigInt(list.findIndex((item) => deepEqual(item, wanted)));
}

function lastIndexOf(list: unknown[], wanted: unknown): bigint {
  charge(sizeOf(list));
  return BigInt(list.findLastIndex((item) => deepEqual(item, wanted)));
}

function join(list: unknown[], separator: string): string {
  const texts = list.map((item) => {
    if (typeof item !== "string") throw evaluationError("join() needs a list of strings.");
    return item;
  });
  const length = texts.reduce((total, text) => total + text.length + separator.length, 0);
  chargeText(length);
  return texts.join(separator);
}
