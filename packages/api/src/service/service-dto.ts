import { HEALTH_STATES, linkSchema } from "@fairlead/domain";
import * as z from "zod";
import { decisionSchema } from "../access/decision-dto.ts";
import { ownerSchema } from "../document/owner-dto.ts";
import { time } from "../document/time.ts";
import { fitDecisionSchema } from "../resource/fit-decision-dto.ts";
import { placeSchema } from "./place-dto.ts";

/** A service in a list. */
export const serviceSummarySchema = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    owner: z.object({ team: z.string(), title: z.string() }),
    system: z.string().optional(),
    tier: z.int().optional(),
    lifecycle: z.string().optional(),
    managed: z.boolean(),
    template: z.string().optional(),
    environments: z.array(
      z.object({
        environment: z.string(),
        health: z.enum(HEALTH_STATES),
        version: z.string().optional(),
        /** Of the oldest look at it; missing where nobody looked yet. */
        observedAt: time.optional(),
        deployedAt: time.optional(),
      }),
    ),
  })
  .meta({ id: "ServiceSummary" });

const needSchema = z
  .object({
    kind: z.enum(["service", "resource", "external"]),
    name: z.string(),
    /** By name, or as a number for an external host. */
    port: z.string().optional(),
    optional: z.boolean(),
    /** Missing for external hosts, and for what nobody declared. */
    owner: z.object({ team: z.string(), title: z.string() }).optional(),
  })
  .meta({ id: "Need" });

/** Everything about one service, owner and contact first. */
export const serviceSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    owner: ownerSchema,
    links: z.array(linkSchema),
    system: z.string().optional(),
    tier: z.int().optional(),
    lifecycle: z.string().optional(),
    managed: z.boolean(),
    source: z.enum(["portal", "repository"]),
    template: z.string().optional(),
    /** The newest version of its template, where it is newer than the one it names. */
    newerTemplate: z.string().optional(),
    image: z.string().optional(),
    /** Of the declaration; a save says which one it started from. */
    revision: z.int(),
    document: z.record(z.string(), z.unknown()).describe("The Service document."),
    places: z.array(placeSchema),
    /** What it calls, and who answers for that. */
    needs: z.array(needSchema),
    /** Services that call it. */
    calledBy: z.array(z.string()),
    /** What speaks against running it here, and why somebody went on. */
    decisions: z.array(fitDecisionSchema),
    can: z.object({
      edit: decisionSchema,
      /** By environment. */
      deploy: z.record(z.string(), decisionSchema),
    }),
  })
  .meta({ id: "Service" });
