import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Secret } from "./secret.ts";

test("shows its value to nobody who does not ask for it", () => {
  const secret = new Secret("hunter2");
  expect([`${secret}`, JSON.stringify({ secret }), inspect({ secret })].join()).not.toContain("hunter2");
  expect(secret.reveal()).toBe("hunter2");
});
