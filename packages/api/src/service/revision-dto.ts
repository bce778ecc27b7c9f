import * as z from "zod";
import { time } from "../document/time.ts";

/** One state of a declaration in the past. */
export const revisionSchema = z.object({
  number: z.int(),
  author: z.string().optional(),
  reason: z.string(),
  at: time,
  document: z.record(z.string(), z.unknown()),
});
