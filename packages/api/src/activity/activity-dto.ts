import * as z from "zod";
import { time } from "../document/time.ts";

/** Something that somebody did, from the audit. */
export const activitySchema = z.object({
  id: z.string(),
  at: time,
  by: z.string(),
  action: z.string(),
  subject: z.object({ kind: z.string(), name: z.string() }),
  team: z.string().optional(),
  environment: z.string().optional(),
  /** What was done, as a sentence. */
  summary: z.string(),
});
