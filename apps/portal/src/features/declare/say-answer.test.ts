import { expect, test } from "vitest";
import { sayAnswer } from "./say-answer.ts";

test("an answer is one line that somebody can read", () => {
  expect(sayAnswer(3)).toBe("3");
  expect(sayAnswer([{ path: "/tmp", size: "64Mi" }])).toBe("path /tmp · size 64Mi");
  expect(sayAnswer({ logs: { format: "json" } })).toBe("logs format json");
  expect(sayAnswer(undefined)).toBe("nothing");
  expect(sayAnswer([])).toBe("nothing");
});

test("a choice is said as it is offered", () => {
  const options = [{ value: "platform", label: "the platform" }];
  expect(sayAnswer("platform", { kind: "choice", options })).toBe("the platform");
});
