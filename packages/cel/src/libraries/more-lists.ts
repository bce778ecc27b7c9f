import { Optional } from "@marcbachmann/cel-js";
import { charge } from "../meter.ts";
import { sizeOf } from "../values/size-of.ts";
import { compareValues } from "./compare.ts";
import { deepEqual } from "./deep-equal.ts";
import { type CelLibrary, evaluationError, SYNC } from "./library.ts";

class ListsNamespace {}

const LONGEST_RANGE = 100_000n;

/**
 * CEL's own functions on lists, version 3, but for the macro `sortBy`: `distinct`, `flatten`, `first`, `last`,
 * `reverse`, `slice`, `sort`, `lists.range`. https://pkg.go.dev/github.com/google/cel-go/ext#Lists
 */
export const moreLists: CelLibrary = {
  name: "more-lists",
  sinceMinor: 34,
  register(environment) {
    environment
      .registerType("ListsNamespace", ListsNamespace)
      .registerConstant("lists", "ListsNamespace", new ListsNamespace())
      .registerFunction("ListsNamespace.range(int): list<int>", (_: unknown, count: bigint) => range(count), SYNC)
      .registerFunction("list<T>.distinct(): list<T>", distinct, SYNC)
      .registerFunction("list.flatten(): list<dyn>", (list: unknown[]) => flatten(list, 1), SYNC)
      .registerFunction(
        "list.flatten(int): list<dyn>",
        (list: unknown[], depth: bigint) => flatten(list, Number(depth)),
        SYNC,
      )
      .registerFunction("list<T>.reverse(): list<T>", (list: unknown[]) => list.toReversed(), SYNC)
      .registerFunction("list<T>.sort(): list<T>", sort, SYNC)
      .registerFunction("list<T>.slice(int, int): list<T>", slice, SYNC)
      .registerFunction("list<T>.first(): optional<T>", (list: unknown[]) => Optional.of(list[0]), SYNC)
      .registerFunction("list<T>.last(): optional<T>", (list: unknown[]) => Optional.of(list.at(-1)), SYNC);
  },
};

function range(count: bigint): bigint[] {
  if (count > LONGEST_RANGE) throw evaluationError(`A range has at most ${LONGEST_RANGE} numbers.`);
  charge(Number(count));
  return Array.from({ length: Math.max(0, Number(count)) }, (_, index) => BigInt(index));
}

function distinct(list: unknown[]): unknown[] {
  charge(sizeOf(list) * list.length);
  return list.filter((item, index) => list.findIndex((other) => deepEqual(other, item)) === index);
}

function flatten(list: unknown[], depth: number): unknown[] {
  if (depth < 0) throw evaluationError("level must be non-negative");
  const flat = list.flatMap((item) => (depth > 0 && Array.isArray(item) ? flatten(item, depth - 1) : [item]));
  charge(flat.length);
  return flat;
}

function sort(list: unknown[]): unknown[] {
  charge(list.length * Math.max(1, Math.ceil(Math.log2(list.length + 1))));
  return list.toSorted((a, b) => {
    const order = compareValues(a, b);
    if (order === undefined || typeof a !== typeof b) throw evaluationError("list elements must have the same type");
    return order;
  });
}

function slice(list: unknown[], start: bigint, end: bigint): unknown[] {
  if (start < 0n || end < 0n) throw evaluationError(`cannot slice(${start}, ${end}), negative indexes not supported`);
  if (start > end)
    throw evaluationError(`cannot slice(${start}, ${end}), start index must be less than or equal to end index`);
  if (end > list.length) throw evaluationError(`cannot slice(${start}, ${end}), list is length ${list.length}`);
  return list.slice(Number(start), Number(end));
}
