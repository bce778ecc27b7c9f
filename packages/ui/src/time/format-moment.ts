/** The exact time: in the reader's own zone where that is known, else in UTC; either way it says which. */
export function formatMoment(at: number, zone: "local" | "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "long",
    ...(zone === "UTC" ? { timeZone: "UTC" } : {}),
  }).format(at);
}

/** The time of day to the second, as in a log. */
export function formatClock(at: number, zone: "local" | "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
    ...(zone === "UTC" ? { timeZone: "UTC" } : {}),
  }).format(at);
}
