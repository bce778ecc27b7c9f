/**
 * A node of the engine's syntax tree with what its published types leave out: where a check stores the chosen
 * operation (`handle`), what a macro was expanded to (`alternate`), and how to wrap what evaluates a node (`setMeta`).
 * meter-nodes.test.ts fails should another version of the engine lack them.
 */
export interface EngineNode {
  readonly op: string;
  readonly args: unknown;
  readonly meta: { readonly alternate?: unknown; readonly evaluate: Evaluate; readonly check: Check };
  handle?: Handle;
  setMeta(key: "evaluate", value: Evaluate): unknown;
  setMeta(key: "check", value: Check): unknown;
}

interface Checker {
  check(node: unknown, context: unknown): unknown;
  getType(name: string): unknown;
}
type Check = (checker: Checker, node: unknown, context: unknown) => unknown;

type Evaluate = (evaluator: unknown, node: unknown, context: unknown) => unknown;
export type Handle = (a: unknown, b: unknown, c: unknown, d: unknown) => unknown;

export function isEngineNode(value: unknown): value is EngineNode {
  return typeof value === "object" && value !== null && "op" in value && "meta" in value && "setMeta" in value;
}

/** The nodes right below a node, what a macro was expanded to among them. */
export function childrenOf(node: EngineNode): EngineNode[] {
  const found: EngineNode[] = [];
  collect(node.args, found);
  collect(node.meta.alternate, found);
  return found;
}

function collect(value: unknown, into: EngineNode[]): void {
  if (isEngineNode(value)) into.push(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isComprehension(value)) for (const item of [value.iterable, value.init, value.step]) collect(item, into);
}

/** What `all`, `exists`, `exists_one`, `map` and `filter` are expanded to. */
export interface Comprehension {
  readonly iterable: unknown;
  readonly init: unknown;
  readonly step: unknown;
}

export function isComprehension(value: unknown): value is Comprehension {
  return typeof value === "object" && value !== null && "iterable" in value && "step" in value;
}
