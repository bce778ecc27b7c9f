import { expect, test } from "vitest";
import { isOffered } from "./handle-auth.ts";

test.each([
  ["GET", "csrf", true],
  ["GET", "callback/oidc", true],
  ["POST", "signin/oidc", true],
  ["POST", "signout", true],
  ["GET", "session", false],
  ["POST", "session", false],
  ["GET", "providers", false],
  ["POST", "_log", false],
  ["POST", "callback/oidc", false],
  ["POST", "signin/other", false],
  ["DELETE", "signout", false],
])("%s %s of next-auth is offered: %s", (method, path, expected) => {
  expect(isOffered(method, path.split("/"))).toBe(expected);
});
