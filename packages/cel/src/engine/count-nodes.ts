import { childrenOf, type EngineNode, isComprehension } from "./engine-node.ts";

/** Nodes that one round evaluates at most; loops inside count their own rounds. */
export function countNodes(node: EngineNode): number {
  if (isComprehension(node.args)) return 1;
  let count = 1;
  for (const child of childrenOf(node)) count += countNodes(child);
  return count;
}
