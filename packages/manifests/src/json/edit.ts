import { isFields } from "./fields.ts";

/** Names of fields and numbers of items, from the outside in. */
export type Path = readonly (string | number)[];

/** A JSON value with something else at a path; `undefined` takes it away. The value itself stays as it is. */
export function editAt(value: unknown, [first, ...rest]: Path, edit: (old: unknown) => unknown): unknown {
  if (first === undefined) return edit(value);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (index !== first) return [item];
      const edited = editAt(item, rest, edit);
      return edited === undefined ? [] : [edited];
    });
  }
  if (!isFields(value) || !Object.hasOwn(value, first)) return value;
  const { [first]: old, ...others } = value;
  const edited = editAt(old, rest, edit);
  return edited === undefined ? others : { ...others, [first]: edited };
}
