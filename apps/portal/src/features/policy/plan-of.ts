/** What somebody wrote: a day, `now`, or nothing. */
export interface WrittenPlan {
  warnFrom: string;
  denyFrom: string;
}

export type ReadPlan =
  | { dates: { warnFrom?: string; denyFrom?: string }; now: "audit" | "warn" | "deny" }
  | { wrong: { field: keyof WrittenPlan; reason: string; remedy: string } };

/** Reads when a policy shall warn and deny. Days begin at midnight UTC, in every cluster alike. */
export function planOf(written: WrittenPlan, now: Date): ReadPlan {
  const warnFrom = dayOf(written.warnFrom, now);
  const denyFrom = dayOf(written.denyFrom, now);
  if (warnFrom === "wrong") return wrong("warnFrom");
  if (denyFrom === "wrong") return wrong("denyFrom");
  if (warnFrom !== undefined && denyFrom !== undefined && warnFrom > denyFrom)
    return {
      wrong: { field: "denyFrom", reason: "It would deny before it warns.", remedy: "Choose a later day." },
    };
  const has = (from: string | undefined) => from !== undefined && from <= now.toISOString();
  return {
    dates: { ...(warnFrom === undefined ? {} : { warnFrom }), ...(denyFrom === undefined ? {} : { denyFrom }) },
    now: has(denyFrom) ? "deny" : has(warnFrom) ? "warn" : "audit",
  };
}

/** RFC 3339. */
function dayOf(text: string, now: Date): string | undefined | "wrong" {
  const said = text.trim().toLowerCase();
  if (said === "") return undefined;
  if (said === "now") return now.toISOString();
  const at = /^\d{4}-\d{2}-\d{2}$/.test(said) ? new Date(`${said}T00:00:00Z`) : undefined;
  // 31 February is another day to Date.
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(said)
    ? at.toISOString()
    : "wrong";
}

function wrong(field: keyof WrittenPlan): ReadPlan {
  return { wrong: { field, reason: "This is not a day.", remedy: "Write it like 2027-01-15, or now." } };
}
