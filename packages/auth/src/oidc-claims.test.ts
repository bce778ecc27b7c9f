import { describe, expect, test } from "vitest";
import { readIdentity } from "./oidc-claims.ts";

const CERTAIN = { iss: "https://identity.example.com", sub: "42" };

describe("claims", () => {
  test("that are all there become an identity", () => {
    const claims = { ...CERTAIN, name: "Dana", email: "Dana@Example.com", groups: ["shipping-team"] };
    expect(readIdentity(claims, "groups")).toEqual({
      issuer: CERTAIN.iss,
      subject: "42",
      name: "Dana",
      email: "dana@example.com",
      groups: ["shipping-team"],
    });
  });

  test("that say little still become one, without rights", () => {
    expect(readIdentity(CERTAIN, "groups")).toEqual({ issuer: CERTAIN.iss, subject: "42", name: "42", groups: [] });
  });

  test("may name groups otherwise", () => {
    expect(readIdentity({ ...CERTAIN, roles: ["a"] }, "roles").groups).toEqual(["a"]);
  });

  test.each([
    ["a text", "admins"],
    ["numbers", [1, 2]],
    ["nothing", null],
  ])("with %s for groups give none", (_what, groups) => {
    expect(readIdentity({ ...CERTAIN, groups }, "groups").groups).toEqual([]);
  });

  test("without issuer or subject are nobody", () => {
    expect(() => readIdentity({ name: "Dana" }, "groups")).toThrow();
  });
});
