import { linkSchema } from "@fairlead/domain";
import * as z from "zod";
import { decisionSchema } from "../access/decision-dto.ts";
import { ownerSchema } from "../document/owner-dto.ts";
import { fitDecisionSchema } from "./fit-decision-dto.ts";

/** Something off the platform in a list. */
export const resourceSummarySchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  type: z.string(),
  owner: z.object({ team: z.string(), title: z.string() }),
  tier: z.int().optional(),
  /** How many services need it. */
  neededBy: z.int(),
});

/** Everything about something off the platform. */
export const resourceSchema = z.object({
  name: z.string(),
  title: z.string(),
  owner: ownerSchema,
  system: z.string().optional(),
  /** Counts its changes; a save says which one it started from. */
  version: z.int(),
  /** The Resource document. */
  document: z.record(z.string(), z.unknown()),
  description: z.string(),
  type: z.string(),
  tier: z.int().optional(),
  lifecycle: z.string().optional(),
  links: z.array(linkSchema),
  addresses: z.array(
    z.object({ environment: z.string(), host: z.string(), port: z.int(), cidrs: z.array(z.string()) }),
  ),
  /** Services that need it. */
  neededBy: z.array(z.string()),
  decisions: z.array(fitDecisionSchema),
  can: z.object({ edit: decisionSchema }),
});
