import type { MatchKind } from "@fairlead/application";
import { HEALTH_STATES, linkSchema } from "@fairlead/domain";
import * as z from "zod";
import { ownerSchema } from "../document/owner-dto.ts";
import { time } from "../document/time.ts";

/** A type alone is imported, so that a client loads no use cases. */
const MATCH_KINDS = [
  "service",
  "resource",
  "system",
  "team",
  "host",
  "pod",
  "object",
  "image",
  "namespace",
] as const satisfies readonly MatchKind[];

/** Who answers for it. Owner first: that is what was asked. */
const answerSchema = z
  .object({
    owner: ownerSchema,
    match: z.object({
      /** What somebody had in their hand. */
      kind: z.enum(MATCH_KINDS),
      /** What was found, as it is called. */
      name: z.string(),
      /** As a phrase: "pod of checkout in prod, on prod-eu". */
      explanation: z.string(),
      cluster: z.string().optional(),
      environment: z.string().optional(),
      observedAt: time.optional(),
      goneAt: time.optional(),
    }),
    /** What it belongs to; a team alone has none. */
    entity: z
      .object({
        kind: z.enum(["Service", "Resource", "System"]),
        name: z.string(),
        title: z.string(),
        tier: z.int().optional(),
        lifecycle: z.string().optional(),
        links: z.array(linkSchema),
        health: z.array(
          z.object({
            environment: z.string(),
            cluster: z.string(),
            health: z.enum(HEALTH_STATES),
            reason: z.string(),
            observedAt: time.optional(),
          }),
        ),
        /** Services that need it: what is hit with it. */
        dependents: z.array(z.string()),
        /** The last thing that somebody did to it. */
        lastChange: z.object({ at: time, by: z.string(), summary: z.string() }).optional(),
      })
      .optional(),
  })
  .meta({ id: "WhoAnswer" });

/** The best answer first. */
export const answersSchema = z.object({ query: z.string(), answers: z.array(answerSchema) });

/** What the look-up box offers while somebody types. */
export const suggestionSchema = z.object({
  kind: z.enum(["Service", "Resource", "System", "Team"]),
  name: z.string(),
  title: z.string(),
  owner: z.string(),
});
