import * as z from "zod";

/** Whether who asks may do something, and if not, why not and who could: a control that is refused says so. */
export const decisionSchema = z.discriminatedUnion("allowed", [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), reason: z.string(), whoCould: z.string() }),
]);
