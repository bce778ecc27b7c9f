import { charge, chargeText } from "../meter.ts";
import { sizeOf } from "../values/size-of.ts";
import { countNodes } from "./count-nodes.ts";
import { type EngineNode, type Handle, isComprehension, isEngineNode } from "./engine-node.ts";
import { walkNodes } from "./walk-nodes.ts";

// Called on a list or text without looking through it.
const CONSTANT_TIME: ReadonlySet<unknown> = new Set(["size", "type", "dyn", "hasValue", "value", "of"]);

/**
 * Makes a checked tree count what it does, before it does it: each round of a loop as many units as its body has nodes,
 * and operations that walk through lists and texts as many as these have parts. The engine has no limit of its own.
 */
export function meterNodes(root: unknown): void {
  walkNodes(root, (node) => {
    if (isComprehension(node.args)) meterLoop(node.args.step);
    const { handle } = node;
    if (handle === undefined) return;
    const metered = meteredHandle(node, handle);
    if (metered !== undefined) node.handle = metered;
  });
}

function meterLoop(step: unknown): void {
  if (!isEngineNode(step)) return;
  const { evaluate } = step.meta;
  const units = countNodes(step);
  step.setMeta("evaluate", (evaluator, node, context) => {
    charge(units);
    return evaluate(evaluator, node, context);
  });
}

function meteredHandle(node: EngineNode, handle: Handle): Handle | undefined {
  switch (node.op) {
    case "==":
    case "!=":
      return (left, right, c, d) => {
        if (typeof left === "object" && typeof right === "object") charge(Math.min(sizeOf(left), sizeOf(right)));
        return handle(left, right, c, d);
      };
    case "in":
      return (left, right, c, d) => {
        if (Array.isArray(right)) charge(sizeOf(right));
        return handle(left, right, c, d);
      };
    case "+":
      return (left, right, c, d) => {
        chargeSum(left, right);
        return handle(left, right, c, d);
      };
    case "call":
    case "rcall":
      return CONSTANT_TIME.has(nameOf(node)) ? undefined : meteredCall(handle);
    default:
      return undefined;
  }
}

function chargeSum(left: unknown, right: unknown): void {
  if (typeof left === "string" && typeof right === "string") chargeText(left.length + right.length);
  else if (Array.isArray(left) && Array.isArray(right)) charge(left.length + right.length);
  else if (left instanceof Uint8Array && right instanceof Uint8Array) chargeText(left.length + right.length);
}

function meteredCall(handle: Handle): Handle {
  return (values, b, c, d) => {
    if (Array.isArray(values)) for (const value of values) chargeLength(value);
    const result = handle(values, b, c, d);
    chargeLength(result);
    return result;
  };
}

function chargeLength(value: unknown): void {
  if (typeof value === "string") charge(1 + value.length / 10);
  else if (Array.isArray(value)) charge(1 + value.length);
}

function nameOf(node: EngineNode): unknown {
  return Array.isArray(node.args) ? node.args[0] : undefined;
}
