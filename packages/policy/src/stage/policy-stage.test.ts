import { expect, test } from "vitest";
import { ALWAYS, nextStage, stageAt } from "./policy-stage.ts";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const plan = { warnFrom: at(10), denyFrom: at(20) };

test.each([
  [9, "audit", "warn"],
  [10, "warn", "deny"],
  [19, "warn", "deny"],
  [20, "deny", undefined],
] as const)("on day %i a plan that warns from the 10th and denies from the 20th is at %s", (day, stage, next) => {
  expect(stageAt(plan, at(day))).toBe(stage);
  expect(nextStage(plan, at(day))?.stage).toBe(next);
});

test("without dates a policy audits, and stays there", () => {
  expect(stageAt({}, at(1))).toBe("audit");
  expect(nextStage({}, at(1))).toBeUndefined();
});

test("it may deny without having warned", () => {
  expect(stageAt({ denyFrom: ALWAYS }, at(1))).toBe("deny");
  expect(nextStage({ denyFrom: at(5) }, at(1))).toEqual({ stage: "deny", from: at(5) });
});

test("a date to warn that lies after the one to deny changes nothing", () => {
  expect(stageAt({ warnFrom: at(20), denyFrom: at(10) }, at(15))).toBe("deny");
  expect(nextStage({ warnFrom: at(20), denyFrom: at(10) }, at(15))).toBeUndefined();
});
