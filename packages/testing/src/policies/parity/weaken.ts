import type { KubernetesObject } from "@fairlead/domain";
import type { Random } from "./seeded-random.ts";

export type Fields = Readonly<Record<string, readonly unknown[]>>;

/** Weakens an object in place; false where it has nothing of the kind. */
export type Weaken = (object: KubernetesObject, random: Random) => boolean;

/** Gives one field one of its values. */
export function setOne(target: object, fields: Fields, random: Random): boolean {
  const key = random.pick(Object.keys(fields));
  Reflect.set(target, key, structuredClone(random.pick(fields[key] ?? [])));
  return true;
}
