import * as z from "zod";
import { violationSchema } from "../rest/problem.ts";
import { gapSchema } from "./gap-dto.ts";

/** One object that a declaration becomes. */
export const manifestSchema = z
  .object({ apiVersion: z.string(), kind: z.string(), name: z.string(), summary: z.string(), yaml: z.string() })
  .meta({ id: "Manifest" });

/** What was last delivered to a place. */
export const deliveredManifestsSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  release: z.int(),
  manifests: z.array(manifestSchema),
});

/** What a declaration becomes in one environment, and what is wrong with it. */
export const previewSchema = z.object({
  environment: z.string(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  /** Empty where the declaration cannot be rendered yet; the violations say why. */
  manifests: z.array(manifestSchema),
  violations: z.array(violationSchema),
  gaps: z.array(gapSchema),
  /** How many policies pass. */
  passed: z.int(),
});
