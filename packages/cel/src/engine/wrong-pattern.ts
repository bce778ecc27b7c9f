import { RE2JS } from "re2js";
import { type EngineNode, isEngineNode } from "./engine-node.ts";
import { walkNodes } from "./walk-nodes.ts";

/** What is wrong with a regular expression that is written out in `matches`, as the API server says when it compiles. */
export function wrongPattern(root: unknown): string | undefined {
  let wrong: string | undefined;
  walkNodes(root, (node) => {
    const pattern = patternOf(node);
    if (pattern === undefined) return;
    try {
      RE2JS.compile(pattern);
    } catch (error) {
      wrong ??= `${JSON.stringify(pattern)} is not a regular expression: ${error instanceof Error ? error.message : "it cannot be read"}.`;
    }
  });
  return wrong;
}

/** `a.matches("…")` and `matches(a, "…")`. */
function patternOf({ op, args }: EngineNode): string | undefined {
  if ((op !== "rcall" && op !== "call") || !Array.isArray(args) || args[0] !== "matches") return undefined;
  const given: unknown = args.at(-1);
  const pattern: unknown = Array.isArray(given) ? given.at(-1) : undefined;
  if (!isEngineNode(pattern) || pattern.op !== "value") return undefined;
  return typeof pattern.args === "string" ? pattern.args : undefined;
}
