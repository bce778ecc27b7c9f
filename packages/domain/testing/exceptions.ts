import type { Exception } from "../src/exception/exception.ts";

const ASKED = new Date("2026-05-01T09:00:00Z");

/** An exception of checkout in prod that was approved an hour after it was asked for, and holds until 15 May, noon. */
export function anException(change: Partial<Exception> = {}): Exception {
  return {
    number: 12,
    service: "checkout",
    environments: ["prod"],
    subject: { kind: "policy", policy: "spread" },
    reason: "The licence is bound to one host.",
    control: "The host is watched by the team.",
    requested: { personId: "dana", by: "Dana", at: ASKED },
    until: new Date("2026-05-15T12:00:00Z"),
    decision: { kind: "approved", personId: "pat", by: "Pat", at: new Date("2026-05-01T10:00:00Z"), reason: "" },
    ...change,
  };
}
