import type { EngineNode } from "./engine-node.ts";
import { pathOf } from "./path-of.ts";
import { walkNodes } from "./walk-nodes.ts";

/** What an expression names: the words that stand alone (`object`), and the fields it takes of them (`variables.x`). */
export interface Identifiers {
  readonly names: ReadonlySet<string>;
  /** The fields taken right off a name, by that name. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  /** All dotted ways into names: `spec`, `spec.scale`, `spec.scale.min`. One that asks first (`?.`, `has`) is not in it. */
  readonly paths: ReadonlySet<string>;
}

export function identifiersOf(root: unknown): Identifiers {
  const names = new Set<string>();
  const fields = new Map<string, Set<string>>();
  const paths = new Set<string>();
  walkNodes(root, (node) => {
    const path = pathOf(node);
    if (path !== undefined) paths.add(path);
    if (node.op === "id" && typeof node.args === "string") names.add(node.args);
    const access = fieldAccess(node);
    if (access === undefined) return;
    const taken = fields.get(access.name) ?? new Set<string>();
    fields.set(access.name, taken.add(access.field));
  });
  return { names, fields, paths };
}

function fieldAccess(node: EngineNode): { name: string; field: string } | undefined {
  if ((node.op !== "." && node.op !== ".?") || !Array.isArray(node.args)) return undefined;
  const [target, field] = node.args;
  const name: unknown = typeof target === "object" && target !== null && target.op === "id" ? target.args : undefined;
  return typeof name === "string" && typeof field === "string" ? { name, field } : undefined;
}
