import { childrenOf, type EngineNode, isEngineNode } from "./engine-node.ts";

/** Visits each node of a tree once; parts that a macro shares between its forms are not visited twice. */
export function walkNodes(root: unknown, visit: (node: EngineNode) => void): void {
  const seen = new Set<EngineNode>();
  const step = (node: EngineNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    visit(node);
    for (const child of childrenOf(node)) step(child);
  };
  if (isEngineNode(root)) step(root);
}
