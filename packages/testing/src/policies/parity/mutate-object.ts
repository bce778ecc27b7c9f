import type { KubernetesObject } from "@fairlead/domain";
import { reshape } from "./reshape.ts";
import type { Random } from "./seeded-random.ts";
import { weakenPods } from "./weaken-pods.ts";
import { WEAKENINGS_BY_KIND } from "./weakenings-by-kind.ts";

/** A place in an object: what holds it, and under which key. */
interface Place {
  readonly holder: object;
  readonly key: string | number;
}

/**
 * A copy of an object with one to three things changed: something weakened in a way that people do, or anything
 * anywhere removed or altered. Some workloads become another kind with the same pods.
 */
export function mutateObject(original: KubernetesObject, random: Random, mayReshape: boolean): KubernetesObject {
  const copy = structuredClone(original);
  const object = mayReshape && random.percent(30) ? reshape(copy, random) : copy;
  const edits = 1 + random.below(3);
  for (let edit = 0; edit < edits; edit++) {
    const weaken = WEAKENINGS_BY_KIND[object.kind] ?? weakenPods;
    if (!random.percent(60) || !weaken(object, random)) alterSomething(object, random);
  }
  return object;
}

const FIXED = new Set(["apiVersion", "kind", "metadata", "status"]);

function alterSomething(object: KubernetesObject, random: Random): void {
  const places = placesIn(object).filter(({ holder, key }) => !(holder === object && FIXED.has(String(key))));
  const movable = places.filter(
    ({ holder, key }) => holder !== object.metadata || !["name", "namespace"].includes(String(key)),
  );
  if (movable.length === 0) return;
  const { holder, key } = random.pick(movable);
  if (random.percent(45)) remove(holder, key);
  else Reflect.set(holder, key, altered(Reflect.get(holder, key), random));
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [{ holder: value, key }, ...placesIn(Reflect.get(value, key))]);
}

function remove(holder: object, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function altered(value: unknown, random: Random): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return random.pick([0, 1, value + 1, Math.max(0, value - 1), value * 10]);
  if (typeof value === "string") return random.pick(["", `${value}-x`, value.toUpperCase(), "1", "0", "x"]);
  if (Array.isArray(value)) return random.pick([[], [...value].reverse(), [...value, ...value.slice(0, 1)]]);
  return random.pick([{}, null]);
}
