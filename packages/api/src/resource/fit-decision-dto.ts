import { FIT_OUTCOMES } from "@fairlead/application";
import * as z from "zod";
import { time } from "../document/time.ts";

/** What somebody decided about whether something belongs on Kubernetes. */
export const fitDecisionSchema = z
  .object({
    /** `name@version`, of the template that asked. */
    template: z.string(),
    /** Left out where nobody was asked. */
    question: z.object({ ask: z.string(), because: z.string() }).optional(),
    outcome: z.enum(FIT_OUTCOMES),
    reason: z.string(),
    by: z.string(),
    at: time,
  })
  .meta({ id: "FitDecision" });
