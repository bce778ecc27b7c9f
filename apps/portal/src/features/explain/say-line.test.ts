import { expect, test } from "vitest";
import type { ExplanationView } from "./explanation-view.ts";
import { sayLine } from "./say-line.ts";

const explanation: ExplanationView = {
  sources: [
    { by: "baseline", path: "", reason: "What kind of object this is." },
    { by: "answer", path: "spec.scale.min", reason: "The answer to “At least”.", instead: "the template says 3" },
  ],
  objects: [{ kind: "HorizontalPodAutoscaler", name: "shop", lines: [0, -1, 1] }],
};
const scaler = { kind: "HorizontalPodAutoscaler", name: "shop" };

test("a line says who set it, what else could be there, and why", () => {
  expect(sayLine(explanation, scaler, 3, 3)).toEqual({
    who: "your answer; the template says 3",
    why: "The answer to “At least”.",
  });
  expect(sayLine(explanation, scaler, 1, 3)?.who).toBe("Fairlead’s baseline");
});

test("a line that opens a group says so", () => {
  expect(sayLine(explanation, scaler, 2, 3)).toMatchObject({ why: "" });
});

test("an explanation of other lines than those that are shown says nothing", () => {
  expect(sayLine(explanation, scaler, 3, 4)).toBeUndefined();
  expect(sayLine(explanation, { kind: "Service", name: "shop" }, 1, 3)).toBeUndefined();
});
