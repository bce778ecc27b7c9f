import type { KubernetesObject } from "@fairlead/domain";
import { isFields } from "../json/fields.ts";
import { canonicalJson } from "../render/canonical-json.ts";

/** How a leaf differs from another rendering: it has another value there, or is not there at all. */
export type Difference = "value" | "presence";

/** An object as people name it: `Deployment/checkout`. Unique in one rendering, which lies in one namespace. */
export function objectKey({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.name}`;
}

/**
 * The leaves of `object` that are others in `other`, by dotted path. Items of lists are found again by their name, or by
 * being equal, so that one item less does not make all that follow look changed.
 */
export function differingLeaves(
  object: unknown,
  other: unknown,
  alias: Alias = (name) => name,
): Map<string, Difference> {
  const found = new Map<string, Difference>();
  compare({ value: object, other, path: "" }, { found, alias });
  return found;
}

/** What a name in the other rendering is called in this one. */
export type Alias = (name: string) => string;

interface Comparison {
  found: Map<string, Difference>;
  alias: Alias;
}

function compare(
  { value, other, path }: { value: unknown; other: unknown; path: string },
  comparison: Comparison,
): void {
  const { found, alias } = comparison;
  if (Object.is(value, other)) return;
  if (other === undefined) {
    for (const leaf of leavesOf(value, path)) found.set(leaf.path, "presence");
  } else if (isFields(value) && isFields(other)) {
    const names = Object.keys(value);
    if (names.length === 0 && Object.keys(other).length > 0) found.set(path, "value");
    for (const name of names) {
      compare({ value: value[name], other: other[name], path: join(path, name) }, comparison);
    }
  } else if (Array.isArray(value) && Array.isArray(other)) {
    if (value.length === 0 && other.length > 0) found.set(path, "value");
    const partners = pair(value, other, alias);
    for (const [index, item] of value.entries()) {
      compare({ value: item, other: partners[index], path: join(path, index) }, comparison);
    }
  } else {
    for (const leaf of leavesOf(value, path)) found.set(leaf.path, "value");
  }
}

/** For each item its partner in the other list: of the same name, else equal, else the next that is left over. */
function pair(items: readonly unknown[], others: readonly unknown[], alias: Alias): unknown[] {
  const left = new Map(others.map((other, index) => [index, identityOf(other, alias)]));
  const partners = items.map((item): unknown => {
    const identity = identityOf(item);
    for (const [index, candidate] of left) {
      if (candidate !== identity) continue;
      left.delete(index);
      return others[index];
    }
    return undefined;
  });
  const rest = [...left.keys()].map((index) => others[index]);
  return partners.map((partner) => partner ?? rest.shift());
}

function identityOf(item: unknown, alias: Alias = (name) => name): string {
  if (!isFields(item)) return canonicalJson(item);
  const name = item.name ?? item.mountPath ?? item.topologyKey;
  return typeof name === "string" ? `name:${alias(name)}` : canonicalJson(item);
}

/** A value that holds no other: also a group or a list with nothing in it. */
export interface Leaf {
  /** Dotted, such as `spec.ports.0.name`; names with dots in them stand as they are. */
  path: string;
  value: unknown;
}

export function leavesOf(value: unknown, path = ""): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [{ path, value }]
    : entries.flatMap(([name, inner]) => leavesOf(inner, join(path, name)));
}

function join(path: string, name: string | number): string {
  return path === "" ? String(name) : `${path}.${name}`;
}
