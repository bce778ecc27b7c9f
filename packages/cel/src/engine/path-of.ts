import { type EngineNode, isEngineNode } from "./engine-node.ts";

/** The dotted way that a node is, such as `spec.scale`; `undefined` where it is something else. */
export function pathOf(node: EngineNode): string | undefined {
  if (node.op === "id") return typeof node.args === "string" ? node.args : undefined;
  if (node.op !== "." || !Array.isArray(node.args)) return undefined;
  const [target, field] = node.args;
  const before = isEngineNode(target) ? pathOf(target) : undefined;
  return before !== undefined && typeof field === "string" ? `${before}.${field}` : undefined;
}
