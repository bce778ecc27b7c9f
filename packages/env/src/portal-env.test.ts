import { expect, test } from "vitest";
import { readPortalEnv } from "./portal-env.ts";

const GIVEN = {
  DATABASE_URL: "postgresql://fairlead@db/fairlead",
  FAIRLEAD_URL: "https://fairlead.example.com/",
  FAIRLEAD_SECRET: "x".repeat(32),
  FAIRLEAD_PLATFORM_GROUPS: "platform-engineers, sre",
  OIDC_ISSUER: "https://identity.example.com",
  OIDC_CLIENT_ID: "fairlead",
  OIDC_CLIENT_SECRET: "hunter2",
};

test("reads what a portal needs, and keeps its secrets to itself", () => {
  const env = readPortalEnv(GIVEN);
  expect(env).toMatchObject({
    url: "https://fairlead.example.com",
    mode: "production",
    platformGroups: ["platform-engineers", "sre"],
    oidc: { scope: "openid profile email", groupsClaim: "groups" },
  });
  expect(JSON.stringify(env)).not.toContain("hunter2");
});

test("names everything that is missing at once", () => {
  expect(() => readPortalEnv({})).toThrow(/DATABASE_URL.*FAIRLEAD_URL.*FAIRLEAD_SECRET.*OIDC_ISSUER/s);
});

test("takes http on this machine or in the sandbox only", () => {
  expect(() => readPortalEnv({ ...GIVEN, FAIRLEAD_URL: "http://fairlead.example.com" })).toThrow(
    "Give an https address",
  );
  expect(readPortalEnv({ ...GIVEN, FAIRLEAD_URL: "http://localhost:3000" }).url).toBe("http://localhost:3000");
  expect(readPortalEnv({ ...GIVEN, FAIRLEAD_URL: "http://10.0.0.7:3000", FAIRLEAD_MODE: "sandbox" }).mode).toBe(
    "sandbox",
  );
});
