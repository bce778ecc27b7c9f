import { templateSchema } from "@fairlead/domain";
import * as z from "zod";
import { decisionSchema } from "../access/decision-dto.ts";
import { time } from "../document/time.ts";
import { violationSchema } from "../rest/problem.ts";

/** A template among others, and how many use it. */
export const templateItemSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  workload: z.string(),
  /** The newest. */
  version: z.string(),
  publishedAt: time,
  services: z.int(),
  onNewest: z.int(),
  draft: z.object({ by: z.string(), at: time }).optional(),
});

/** Everything about a template: what it is, its versions, who uses which. */
export const templateDetailsSchema = z.object({
  /** The newest version. */
  document: templateSchema,
  text: z.string(),
  versions: z.array(z.object({ version: z.string(), publishedAt: time, by: z.string().optional(), note: z.string() })),
  users: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      owner: z.object({ team: z.string(), title: z.string() }),
      version: z.string(),
    }),
  ),
  draft: z.object({ by: z.string(), at: time }).optional(),
  can: z.object({ edit: decisionSchema }),
});

/** What the editor opens with. */
export const openTemplateSchema = z.object({
  published: z.object({ version: z.string(), text: z.string() }),
  draft: z.object({ text: z.string(), version: z.int(), by: z.string(), at: time }).optional(),
  can: z.object({ edit: decisionSchema, publish: decisionSchema }),
});

/** A violation with its place in the text, from 1. */
export const placedViolationSchema = violationSchema.extend({ line: z.int(), column: z.int() });
