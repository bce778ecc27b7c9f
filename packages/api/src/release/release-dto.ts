import * as z from "zod";
import { time } from "../document/time.ts";
import { violationSchema } from "../rest/problem.ts";

/** An immutable release: a revision with an image. */
export const releaseSchema = z
  .object({
    number: z.int(),
    revision: z.int(),
    template: z.string(),
    image: z.string(),
    version: z.string(),
    digest: z.string().optional(),
    /** Why there is no digest. */
    digestReason: z.string().optional(),
    commit: z.string().optional(),
    by: z.string(),
    at: time,
  })
  .meta({ id: "Release" });

/** What a deploy began. */
export const deployedSchema = z.object({
  release: releaseSchema,
  deliveries: z.array(z.object({ id: z.string(), environment: z.string(), cluster: z.string() })),
  /** What is not as it should be, but did not stop it. */
  warnings: z.array(violationSchema),
});
