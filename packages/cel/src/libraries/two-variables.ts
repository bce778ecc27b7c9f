import type { Environment } from "@marcbachmann/cel-js";
import { countNodes } from "../engine/count-nodes.ts";
import { isEngineNode } from "../engine/engine-node.ts";
import { charge } from "../meter.ts";
import { type CelLibrary, evaluationError } from "./library.ts";

/** What the engine hands to a macro of ours; its published types leave these out. */
interface Scope {
  forkWithVariable(name: string, type: unknown): Scope;
  reuse(parent: Scope): Scope;
  setIterValue(value: unknown, evaluator: Evaluator): Scope;
}
interface Evaluator {
  run(node: unknown, scope: Scope): unknown;
}
interface Checker {
  check(node: unknown, scope: Scope): { readonly kind: string };
  getType(name: string): unknown;
}
interface Call {
  readonly args: readonly unknown[];
  readonly receiver: unknown;
}

/** Goes through a list with index and item, or through a map with key and value. */
interface Loop {
  /** Names, in the order in which they are written behind the two variables. */
  readonly parts: number;
  readonly type: string;
  /** `run` evaluates one of the parts for one entry. */
  readonly evaluate: (entries: readonly Entry[], run: (part: number, entry: Entry) => unknown) => unknown;
}
type Entry = readonly [key: unknown, value: unknown];

/**
 * Loops that name two variables: https://pkg.go.dev/github.com/google/cel-go/ext#TwoVarComprehensions
 * `transformMapEntry` is the one that is left out: nothing in the wild uses it.
 */
export const twoVariables: CelLibrary = {
  name: "two-variables",
  sinceMinor: 32,
  register(environment) {
    const quantifier = (name: string, evaluate: Loop["evaluate"]) =>
      declare(environment, `list.${name}(ast, ast, ast): bool`, { parts: 1, type: "bool", evaluate });
    quantifier("all", (entries, run) => decided(entries, run, false));
    quantifier("exists", (entries, run) => decided(entries, run, true));
    quantifier("existsOne", exactlyOne);
    quantifier("exists_one", exactlyOne);
    for (const filtered of [false, true]) {
      const parts = filtered ? 2 : 1;
      const signature = (name: string, type: string) =>
        `list.${name}(${Array(parts + 2)
          .fill("ast")
          .join(", ")}): ${type}`;
      const kept = (entries: readonly Entry[], run: Parameters<Loop["evaluate"]>[1]) =>
        filtered ? entries.filter((entry) => isTrue(run(0, entry))) : entries;
      declare(environment, signature("transformList", "list<dyn>"), {
        parts,
        type: "list<dyn>",
        evaluate: (entries, run) => kept(entries, run).map((entry) => run(parts - 1, entry)),
      });
      declare(environment, signature("transformMap", "map<dyn, dyn>"), {
        parts,
        type: "map<dyn, dyn>",
        evaluate: (entries, run) => new Map(kept(entries, run).map((entry) => [entry[0], run(parts - 1, entry)])),
      });
    }
  },
};

/** As `&&` and `||`: an error counts only where nothing else decides. */
function decided(entries: readonly Entry[], run: (part: number, entry: Entry) => unknown, by: boolean): boolean {
  let failure: unknown;
  for (const entry of entries) {
    try {
      if (isTrue(run(0, entry)) === by) return by;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return !by;
}

function exactlyOne(entries: readonly Entry[], run: (part: number, entry: Entry) => unknown): boolean {
  return entries.filter((entry) => isTrue(run(0, entry))).length === 1;
}

function isTrue(value: unknown): boolean {
  if (typeof value !== "boolean") throw evaluationError("A loop's condition must give true or false.");
  return value;
}

function declare(environment: Environment, signature: string, loop: Loop): void {
  environment.registerFunction(signature, ({ args, receiver }: Call) => macroOf(loop, args, receiver));
}

function macroOf(loop: Loop, args: readonly unknown[], receiver: unknown) {
  const [first, second, ...parts] = args;
  const names = [nameOf(first), nameOf(second)] as const;
  const costs = parts.map((part) => (isEngineNode(part) ? countNodes(part) : 1));
  let outer: Scope;
  let inner: Scope;
  return {
    async: false,
    typeCheck(checker: Checker, _: unknown, scope: Scope) {
      checker.check(receiver, scope);
      const dyn = checker.getType("dyn");
      outer = scope.forkWithVariable(names[0], dyn);
      inner = outer.forkWithVariable(names[1], dyn);
      for (const part of parts) checker.check(part, inner);
      return checker.getType(loop.type);
    },
    evaluate(evaluator: Evaluator, _: unknown, scope: Scope) {
      return loop.evaluate(entriesOf(evaluator.run(receiver, scope)), (part, [key, value]) => {
        charge(costs[part] ?? 1);
        const keyed = outer.reuse(scope).setIterValue(key, evaluator);
        return evaluator.run(parts[part], inner.reuse(keyed).setIterValue(value, evaluator));
      });
    },
  };
}

function nameOf(node: unknown): string {
  if (isEngineNode(node) && node.op === "id" && typeof node.args === "string") return node.args;
  throw evaluationError("A loop names its variables first.");
}

function entriesOf(value: unknown): Entry[] {
  if (Array.isArray(value)) return value.map((item, index) => [BigInt(index), item]);
  if (value instanceof Map) return [...value.entries()];
  if (typeof value === "object" && value !== null) return Object.entries(value);
  throw evaluationError("Only lists and maps can be gone through.");
}
