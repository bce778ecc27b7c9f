import type { EngineNode } from "./engine-node.ts";
import { pathOf } from "./path-of.ts";
import { walkNodes } from "./walk-nodes.ts";

/** The type of each field as CEL writes it, such as `list<string>`, or the fields of a field. */
export interface FieldTypes {
  readonly [field: string]: string | FieldTypes;
}

/**
 * Lets the check know the types of fields of what an expression names; the values may be anything that fits. For a tree
 * that was parsed and not yet checked.
 *
 * @returns the paths to fields that are not among the types
 */
export function typeFields(root: unknown, types: FieldTypes): string[] {
  const unknown = new Set<string>();
  walkNodes(root, (node) => {
    const path = node.op === "." ? pathOf(node) : undefined;
    const [name = "", ...fields] = path?.split(".") ?? [];
    if (path === undefined || !Object.hasOwn(types, name)) return;
    const found = follow(types, [name, ...fields]);
    if (found === undefined) unknown.add(path);
    else if (typeof found === "string") declare(node, found);
  });
  return [...unknown];
}

/** The type at the end of a path; its fields where it has some; `dyn` for what lies below a type. */
function follow(types: FieldTypes, path: readonly string[]): string | FieldTypes | undefined {
  let at: string | FieldTypes = types;
  for (const field of path) {
    // What a map or a list is asked for, the check knows.
    if (typeof at === "string") return {};
    const next: string | FieldTypes | undefined = Object.hasOwn(at, field) ? at[field] : undefined;
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

function declare(node: EngineNode, type: string): void {
  const { check } = node.meta;
  node.setMeta("check", (checker, checked, context) => {
    check(checker, checked, context);
    return checker.getType(type);
  });
}
