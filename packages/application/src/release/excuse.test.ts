import type { ExceptionInForce, Violation } from "@fairlead/domain";
import { expect, test } from "vitest";
import { excuse, reliesOn } from "./excuse.ts";

const inForce = (number: number, subject: ExceptionInForce["subject"]): ExceptionInForce => ({
  number,
  subject,
  reason: "",
  until: "2026-05-15T12:00:00.000Z",
  approvedBy: "Pat",
});
const violation = (policy: string, severity: Violation["severity"] = "error"): Violation => ({
  path: "",
  reason: "It is so.",
  remedy: "Mend it.",
  severity,
  policy,
  fix: { label: "Mend it", patch: {} },
});

test("what an exception allows is told with its end and who approved it, offers no remedy, and stops nothing", () => {
  const [excused] = excuse([violation("spread")], [inForce(12, { kind: "policy", policy: "spread" })]);
  expect(excused).toEqual({
    path: "",
    reason: "It is so.",
    remedy: "Allowed by exception 12 until 2026-05-15, approved by Pat.",
    severity: "warning",
    policy: "spread",
    exception: { number: 12, until: "2026-05-15T12:00:00.000Z" },
  });
});

test("what no exception names stays as it is, and so does what is only noted", () => {
  const others = [violation("rolling-update"), violation("spread", "note")];
  expect(excuse(others, [inForce(12, { kind: "policy", policy: "spread" })])).toEqual(others);
});

test("a rendering relies on the settings that change it and on the policies that it breaks, and on no others", () => {
  const all = [
    inForce(1, { kind: "setting", setting: "seccompProfile", value: "profiles/a.json" }),
    inForce(2, { kind: "policy", policy: "spread" }),
    inForce(3, { kind: "policy", policy: "rolling-update" }),
  ];
  expect(reliesOn(all, excuse([violation("spread")], all))).toEqual([1, 2]);
});
