import { type EngineNode, isEngineNode } from "./engine-node.ts";
import { walkNodes } from "./walk-nodes.ts";

/**
 * Methods of the engine that ours stand in for, since it lets nobody register them again: `matches` uses the regular
 * expressions of JavaScript, which a pattern of ten characters can stop for years; `join` counts nothing.
 */
const REROUTED: Readonly<Record<string, string>> = { matches: "linearMatches", join: "countedJoin" };

/** Adjusts a tree that was parsed and not yet checked. */
export function rerouteCalls(root: unknown): void {
  walkNodes(root, (node) => {
    const call = methodCall(node);
    if (call === undefined) return;
    const other = Object.hasOwn(REROUTED, call.name) ? REROUTED[call.name] : undefined;
    if (other !== undefined) call.args[0] = other;
    if (call.name === "format") allowMixedList(call.args[2]);
  });
}

/** `"%s %d".format(["a", 1])` is the one place where Kubernetes lets a list in an expression hold different types. */
function allowMixedList(callArguments: unknown): void {
  const list: unknown = Array.isArray(callArguments) ? callArguments[0] : undefined;
  if (!isEngineNode(list) || list.op !== "list" || !Array.isArray(list.args) || list.args.length === 0) return;
  const items = list.args;
  list.setMeta("check", (checker, _, context) => {
    for (const item of items) checker.check(item, context);
    return checker.getType("list<dyn>");
  });
}

function methodCall(node: EngineNode): { name: string; args: unknown[] } | undefined {
  if (node.op !== "rcall" || !Array.isArray(node.args)) return undefined;
  const [name] = node.args;
  return typeof name === "string" ? { name, args: node.args } : undefined;
}
