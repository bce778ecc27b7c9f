import { LINE_ORIGINS } from "@fairlead/application";
import * as z from "zod";

/** Who set what stands in each line, and why. */
export const explainedSchema = z.object({
  sources: z.array(
    z.object({
      by: z.enum(LINE_ORIGINS),
      /** The setting, such as `spec.scale.min`; empty for the baseline. */
      path: z.string(),
      value: z.union([z.string(), z.number(), z.boolean()]).optional(),
      reason: z.string(),
      /** What else could be there, such as “the template says 3”. */
      instead: z.string().optional(),
    }),
  ),
  /** For each line of an object's YAML a place in `sources`; -1 for lines that only open a group. */
  objects: z.array(z.object({ kind: z.string(), name: z.string(), lines: z.array(z.int()) })),
});
