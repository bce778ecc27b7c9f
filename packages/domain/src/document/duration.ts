import * as z from "zod";

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };
const PATTERN = /^(\d{1,7})([smhd])$/;

/** Seconds in `30s`, `5m`, `1h`, `7d`; `undefined` for what is no duration. */
export function durationSeconds(duration: string): number | undefined {
  const match = PATTERN.exec(duration);
  return match === null ? undefined : Number(match[1]) * (SECONDS[match[2] ?? ""] ?? Number.NaN);
}

export const duration = z
  .string()
  .refine((value) => (durationSeconds(value) ?? 0) > 0, "is not a duration||Write it like 30s, 5m, 1h or 7d.");
