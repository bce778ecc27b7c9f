import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { AliasTargets } from "./build-value.ts";

/** Where a thing is in a document: `["spec", "ports", 0]`, or `spec.ports[0]` (keys with dots in them are found too). */
export type YamlPath = string | readonly PropertyKey[];

/** The offset at which a path's key stands, or that of the nearest thing around it that exists. */
export function locatePath(root: Node | null, path: YamlPath, targets: AliasTargets): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  let rest: YamlPath = path;
  while (rest.length > 0) {
    const found = step(isAlias(node) ? targets.get(node) : node, rest);
    if (found === undefined) return offset;
    node = found.value;
    offset = found.offset ?? offset;
    rest = found.rest;
  }
  return offset;
}

interface Step {
  value: unknown;
  offset: number | undefined;
  rest: YamlPath;
}

function step(node: unknown, path: YamlPath): Step | undefined {
  if (isSeq(node)) {
    const { index, rest } = headIndex(path);
    const value = index === undefined ? undefined : node.items[index];
    return value === undefined ? undefined : { value, offset: offsetOf(value), rest };
  }
  if (!isMap(node)) return undefined;
  let best: Step | undefined;
  for (const pair of node.items) {
    const rest = isScalar(pair.key) ? restAfterKey(path, String(pair.key.value ?? "")) : undefined;
    // `a.b` in `a.b.c` may be a key of its own: the longest that fits is meant.
    if (rest === undefined || (best !== undefined && rest.length >= best.rest.length)) continue;
    best = { value: pair.value, offset: offsetOf(pair.key), rest };
  }
  return best;
}

function headIndex(path: YamlPath): { index: number | undefined; rest: YamlPath } {
  if (typeof path !== "string") return { index: Number(path[0]), rest: path.slice(1) };
  const match = /^(?:\[(\d+)\]|(\d+)(?=$|[.[]))\.?/.exec(path);
  if (match === null) return { index: undefined, rest: path };
  return { index: Number(match[1] ?? match[2]), rest: path.slice(match[0].length) };
}

function restAfterKey(path: YamlPath, key: string): YamlPath | undefined {
  if (typeof path !== "string") return String(path[0]) === key ? path.slice(1) : undefined;
  if (!path.startsWith(key)) return undefined;
  const next = path[key.length];
  if (next === undefined) return "";
  if (next === ".") return path.slice(key.length + 1);
  return next === "[" ? path.slice(key.length) : undefined;
}

function offsetOf(node: unknown): number | undefined {
  const range = isAlias(node) || isMap(node) || isScalar(node) || isSeq(node) ? node.range : undefined;
  return range?.[0];
}
