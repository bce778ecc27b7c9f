import { expect, test } from "vitest";
import { contentPolicy } from "./content-policy.ts";

test("scripts need the nonce, styles a file, and nothing may frame the portal", () => {
  expect(contentPolicy("bm9uY2U=", false).split("; ")).toEqual([
    "default-src 'self'",
    "script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'",
    "style-src 'self' 'nonce-bm9uY2U='",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
});
