/** How a policy is held, from mildest to strictest: noted, told to whoever writes, or refused. */
export const POLICY_STAGES = ["audit", "warn", "deny"] as const;
export type PolicyStage = (typeof POLICY_STAGES)[number];

/** From when on a policy warns, and from when on it denies. Before the first of them it only audits. */
export interface StagePlan {
  readonly warnFrom?: Date;
  readonly denyFrom?: Date;
}

/** The beginning of what has always held. */
export const ALWAYS = new Date(0);

/** The stage of a plan at a moment. */
export function stageAt({ warnFrom, denyFrom }: StagePlan, now: Date): PolicyStage {
  if (denyFrom !== undefined && denyFrom <= now) return "deny";
  return warnFrom !== undefined && warnFrom <= now ? "warn" : "audit";
}

/** What a plan brings next, and when; `undefined` where it stays as it is. */
export function nextStage(
  { warnFrom, denyFrom }: StagePlan,
  now: Date,
): { stage: PolicyStage; from: Date } | undefined {
  if (denyFrom !== undefined && denyFrom <= now) return undefined;
  if (warnFrom !== undefined && warnFrom > now) return { stage: "warn", from: warnFrom };
  return denyFrom === undefined ? undefined : { stage: "deny", from: denyFrom };
}
