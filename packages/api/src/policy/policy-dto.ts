import * as z from "zod";
import { time } from "../document/time.ts";
import { exceptionSchema } from "../exception/exception-dto.ts";

const severity = z.enum(["high", "medium", "low"]);
const stage = z.enum(["audit", "warn", "deny"]);

/** A policy in a list. */
export const policySummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  severity,
  controls: z.array(z.string()),
  stage,
  /** Since when it is held so; not there where it ships that way. */
  since: time.optional(),
  next: z.object({ stage, from: time }).optional(),
  /** Services whose newest manifests break it. */
  services: z.int(),
  clusters: z.object({ inStep: z.int(), total: z.int() }),
});

/** Of how many services the newest manifests were judged. */
const judgedSchema = z.object({ services: z.int(), waiting: z.int(), at: time.optional() });

export const policyListSchema = z.object({ policies: z.array(policySummarySchema), judged: judgedSchema });

/** How the policies of a cluster stand. */
export const policySyncSchema = z.object({
  cluster: z.string(),
  /** Whether what differs is put back, or only shown. */
  mode: z.enum(["manage", "observe"]),
  checkedAt: time.optional(),
  inStep: z.int(),
  total: z.int(),
  problem: z.string(),
});

const standingSchema = z.object({
  state: z.enum(["in-step", "behind", "changed", "missing", "refused", "unsupported"]),
  detail: z.string(),
  changedBy: z.string().optional(),
  changedAt: time.optional(),
  since: time,
});

const expressionSchema = z.object({ name: z.string(), expression: z.string() });

export const policySchema = policySummarySchema.extend({
  remedy: z.string(),
  /** The field of the declaration that it concerns. */
  path: z.string(),
  /** Kinds that it looks at. */
  kinds: z.array(z.string()),
  conditions: z.array(expressionSchema),
  variables: z.array(expressionSchema),
  validations: z.array(z.object({ expression: z.string(), message: z.string() })),
  findings: z.array(
    z.object({
      service: z.string(),
      team: z.string(),
      environment: z.string(),
      cluster: z.string(),
      object: z.string(),
      message: z.string(),
    }),
  ),
  /** Those in force that let a service off it. */
  exceptions: z.array(exceptionSchema),
  judged: judgedSchema,
  inClusters: z.array(z.object({ sync: policySyncSchema, standing: standingSchema.optional() })),
  decisions: z.array(
    z.object({ warnFrom: time.optional(), denyFrom: time.optional(), reason: z.string(), by: z.string(), at: time }),
  ),
  events: z.array(z.object({ cluster: z.string(), message: z.string(), at: time })),
  examples: z.array(
    z.object({ case: z.string(), kind: z.string(), yaml: z.string(), base: z.string(), denied: z.array(z.string()) }),
  ),
});
