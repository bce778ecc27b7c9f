import type { AppRouter } from "@fairlead/api";
import type { inferProcedureInput } from "@trpc/server";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A request as it stands in the form. */
export interface RequestDraft {
  service: string;
  /** `policy spread` or `setting runAsUser`; null while nothing is chosen. */
  from: string | null;
  /** Of a setting, as somebody writes it. */
  value: string;
  environments: readonly string[];
  reason: string;
  control: string;
  days: number | null;
}

type RequestBody = inferProcedureInput<AppRouter["exception"]["request"]>;

/** Why it cannot be sent yet; the server says whatever else is wrong. */
export function refusalOf({
  service,
  from,
  value,
  environments,
  reason,
  control,
  days,
}: RequestDraft): string | undefined {
  if (service.trim() === "") return "Say for which service.";
  if (from === null) return "Say from what.";
  if (from.startsWith("setting ") && value.trim() === "") return "Say which value is to be allowed.";
  if (environments.length === 0) return "Say in which environments.";
  if (reason.trim() === "") return "Say why it is needed.";
  if (control.trim() === "") return "Say what keeps the harm small meanwhile.";
  return days === null || days < 1 ? "Say for how many days." : undefined;
}

/** What is sent. The end is counted from now. */
export function askBody(
  { service, from, value, environments, days, ...words }: RequestDraft,
  now: number,
): RequestBody {
  const [kind, name = ""] = (from ?? "").split(" ");
  return {
    ...words,
    service: service.trim(),
    environments: [...environments],
    subject:
      kind === "policy"
        ? { kind: "policy", policy: name }
        : { kind: "setting", setting: name, value: readValue(value) },
    // A minute less, so that the longest that is allowed is not too long by the time it arrives.
    until: new Date(now + (days ?? 0) * DAY_MS - 60_000).toISOString(),
  };
}

/** Numbers, lists and true or false are JSON; everything else is text. */
function readValue(text: string): string | number | boolean | string[] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "number" || typeof value === "boolean") return value;
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  } catch {
    // Not JSON, so it is meant as it stands.
  }
  return text.trim();
}
