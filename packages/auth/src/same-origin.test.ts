import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

const PORTAL = "https://fairlead.test";

test.each([
  ["a page of the portal", { "sec-fetch-site": "same-origin" }, true],
  ["a neighbour on the same site", { "sec-fetch-site": "same-site" }, false],
  ["another site", { "sec-fetch-site": "cross-site", origin: PORTAL }, false],
  ["an old browser on the portal", { origin: PORTAL }, true],
  ["an old browser elsewhere", { origin: "https://evil.test" }, false],
  ["something that says nothing", {}, false],
])("%s", (_what, headers, expected) => {
  expect(isSameOrigin(new Headers(headers), PORTAL)).toBe(expected);
});
