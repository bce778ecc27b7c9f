import type { FitDecisionView } from "@fairlead/application";
import type * as z from "zod";
import type { fitDecisionSchema } from "./fit-decision-dto.ts";

export function presentDecision({ at, ...rest }: FitDecisionView): z.input<typeof fitDecisionSchema> {
  return { ...rest, at: at.toISOString() };
}
