const STEPS = [
  { unit: "d", ms: 86_400_000 },
  { unit: "h", ms: 3_600_000 },
  { unit: "min", ms: 60_000 },
  { unit: "s", ms: 1000 },
] as const;

/** How long ago, as a person says it: "14 s ago", "3 h ago", "just now". */
export function age(at: string, now: Date): string {
  const ms = now.getTime() - new Date(at).getTime();
  const step = STEPS.find((candidate) => ms >= candidate.ms);
  return step === undefined ? "just now" : `${Math.floor(ms / step.ms)} ${step.unit} ago`;
}
