import * as z from "zod";
import { violationSchema } from "../rest/problem.ts";

/** One object that a declaration becomes. */
export const manifestSchema = z
  .object({ apiVersion: z.string(), kind: z.string(), name: z.string(), yaml: z.string() })
  .meta({ id: "Manifest" });

/** What could not be rendered as asked, and why: a need that is missing, a kind that the cluster does not know. */
export const gapSchema = z.object({ path: z.string(), reason: z.string() }).meta({ id: "Gap" });

/** What a declaration becomes in one environment, and what is wrong with it. */
export const previewSchema = z.object({
  environment: z.string(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  /** Empty where the declaration cannot be rendered yet; the violations say why. */
  manifests: z.array(manifestSchema),
  violations: z.array(violationSchema),
  gaps: z.array(gapSchema),
  /** How many checks passed. */
  passed: z.int(),
});
