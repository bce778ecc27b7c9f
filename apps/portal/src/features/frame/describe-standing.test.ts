import { expect, test } from "vitest";
import { describeStanding } from "./describe-standing.ts";

test("names every role, the platform's first", () => {
  const memberships = [{ team: "shipping-team", role: "developer" as const }];
  expect(describeStanding({ platformEngineer: false, memberships })).toBe("developer of shipping-team");
  expect(describeStanding({ platformEngineer: true, memberships })).toBe(
    "platform engineer, developer of shipping-team",
  );
});

test("says what somebody without a role can do", () => {
  expect(describeStanding({ platformEngineer: false, memberships: [] })).toBe(
    "In no team: you can look at everything.",
  );
});
