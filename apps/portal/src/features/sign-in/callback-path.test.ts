import { expect, test } from "vitest";
import { callbackPath } from "./callback-path.ts";

test("keeps a path of ours with its query", () => {
  expect(callbackPath("/services?mine=1")).toBe("/services?mine=1");
});

test.each([
  undefined,
  "https://evil.example.com/",
  "//evil.example.com",
  "/\\evil.example.com",
  "javascript:alert(1)",
  "http://",
])("%s leads home", (wanted) => {
  expect(callbackPath(wanted)).toBe("/");
});
