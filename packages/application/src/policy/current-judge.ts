import type { Deps } from "../deps.ts";
import type { Judge } from "../release/judge.ts";
import { currentStages } from "./current-stages.ts";

/** The policies as they are held at this moment, in the clusters as here. */
export async function currentJudge({ judge, read, now }: Pick<Deps, "judge" | "read" | "now">): Promise<Judge> {
  const plans = await read.policy.plans();
  return judge.under(currentStages(judge.policies, plans, now()));
}
