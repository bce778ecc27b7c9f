import { expect, test } from "vitest";
import { planOf } from "./plan-of.ts";

const NOW = new Date("2026-11-28T12:00:00Z");
const plan = (warnFrom: string, denyFrom: string) => planOf({ warnFrom, denyFrom }, NOW);

test.each([
  ["", "", "audit"],
  ["now", "", "warn"],
  ["", "now", "deny"],
  ["2026-11-28", "2027-01-15", "warn"],
  ["2026-12-01", "2027-01-15", "audit"],
  ["2026-01-01", "2026-02-01", "deny"],
] as const)("warns from “%s”, denies from “%s”: today it would be at %s", (warnFrom, denyFrom, now) => {
  expect(plan(warnFrom, denyFrom)).toMatchObject({ now });
});

test("days begin at midnight, the same moment everywhere", () => {
  expect(plan("2026-12-01", " Now ")).toHaveProperty("wrong.field", "denyFrom");
  expect(plan("2026-12-01", "2027-01-15")).toMatchObject({
    dates: { warnFrom: "2026-12-01T00:00:00.000Z", denyFrom: "2027-01-15T00:00:00.000Z" },
  });
});

test.each(["soon", "2026-02-31", "2026-13-01", "28.11.2026"])("“%s” is no day", (text) => {
  expect(plan(text, "")).toHaveProperty("wrong.field", "warnFrom");
  expect(plan("", text)).toHaveProperty("wrong.field", "denyFrom");
});
