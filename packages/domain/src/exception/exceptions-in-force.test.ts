import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anException } from "../../testing/exceptions.ts";
import type { Exception } from "./exception.ts";
import { exceptionState } from "./exception-state.ts";
import { exceptionsInForce, excusedPolicies } from "./exceptions-in-force.ts";

const place = { service: "checkout", environment: "prod" };
const inForceAt = (exception: Exception, at: string) =>
  exceptionsInForce([exception], { ...place, now: new Date(at) }).length === 1;

describe("an exception holds", () => {
  test("from the moment of its approval to the moment before its end", () => {
    const exception = anException();
    expect(inForceAt(exception, "2026-05-01T09:59:59.999Z")).toBe(false);
    expect(inForceAt(exception, "2026-05-01T10:00:00.000Z")).toBe(true);
    expect(inForceAt(exception, "2026-05-15T11:59:59.999Z")).toBe(true);
    expect(inForceAt(exception, "2026-05-15T12:00:00.000Z")).toBe(false);
  });

  test("no longer than until somebody ended it", () => {
    const ended = { personId: "dana", by: "Dana", at: new Date("2026-05-03T00:00:00Z"), reason: "Mended." };
    expect(inForceAt(anException({ ended }), "2026-05-02T23:59:59.999Z")).toBe(true);
    expect(inForceAt(anException({ ended }), "2026-05-03T00:00:00.000Z")).toBe(false);
  });

  test("for its service and its environments, and for no other", () => {
    const now = new Date("2026-05-02T00:00:00Z");
    expect(exceptionsInForce([anException()], { ...place, service: "cart", now })).toEqual([]);
    expect(exceptionsInForce([anException()], { ...place, environment: "staging", now })).toEqual([]);
  });

  test.each(["refused", "withdrawn"] as const)("never where it was %s", (kind) => {
    const { decision } = anException();
    if (decision === undefined) throw new Error("It was decided.");
    expect(inForceAt(anException({ decision: { ...decision, kind } }), "2026-05-02T00:00:00Z")).toBe(false);
  });

  test("never where nobody decided", () => {
    const { decision: _, ...undecided } = anException();
    expect(inForceAt(undecided, "2026-05-02T00:00:00Z")).toBe(false);
    expect(exceptionState(undecided, new Date("2026-05-02T00:00:00Z"))).toBe("requested");
    expect(exceptionState(undecided, new Date("2026-05-16T00:00:00Z"))).toBe("lapsed");
  });
});

const moment = fc.integer({ min: 0, max: 1_000_000 }).map((ms) => new Date(Date.UTC(2026, 0) + ms));
const step = fc.record({ personId: fc.constant("pat"), by: fc.constant("Pat"), at: moment, reason: fc.constant("") });
const anything = fc
  .record({
    decision: fc.option(fc.record({ kind: fc.constantFrom("approved", "refused", "withdrawn"), step }), {
      nil: undefined,
    }),
    ended: fc.option(step, { nil: undefined }),
    until: moment,
  })
  .map(({ decision, ended, until }): Exception => {
    const { decision: _, ...bare } = anException({ until });
    return {
      ...bare,
      ...(decision === undefined ? {} : { decision: { ...decision.step, kind: decision.kind } }),
      ...(ended === undefined ? {} : { ended }),
    };
  });

test("whatever was decided, nothing holds once its time has passed, and what is over stays over", () => {
  fc.assert(
    fc.property(anything, moment, moment, (exception, one, other) => {
      const [earlier, later] = one.getTime() <= other.getTime() ? [one, other] : [other, one];
      const holds = (now: Date) => exceptionsInForce([exception], { ...place, now }).length > 0;
      if (later.getTime() >= exception.until.getTime()) expect(holds(later)).toBe(false);
      if (holds(later)) expect(exception.decision?.kind).toBe("approved");
      const wasOver = ["expired", "ended", "lapsed"].includes(exceptionState(exception, earlier));
      if (wasOver && exception.decision?.kind === "approved" && exception.decision.at <= earlier) {
        expect(holds(later)).toBe(false);
      }
    }),
  );
});

test("a policy is let off by the exception that lasts longest; a setting lets off the policies that refuse it", () => {
  const now = new Date("2026-05-02T00:00:00Z");
  const longer = anException({ number: 13, until: new Date("2026-05-20T00:00:00Z") });
  const setting = anException({
    number: 14,
    subject: { kind: "setting", setting: "readOnlyRootFilesystem", value: false },
  });
  const excused = excusedPolicies(exceptionsInForce([setting, longer, anException()], { ...place, now }));
  expect([...excused].map(([policy, { number }]) => [policy, number])).toEqual([
    ["spread", 13],
    ["read-only-root-filesystem", 14],
  ]);
});
