import { EXCEPTION_DECISIONS, EXCEPTION_STATES, HONOURED_STATES } from "@fairlead/domain";
import * as z from "zod";
import { decisionSchema } from "../access/decision-dto.ts";
import { time } from "../document/time.ts";

const stepSchema = z.object({ by: z.string(), at: time, reason: z.string() });

/** What an exception is from, in parts. */
const subjectSchema = z.object({
  kind: z.enum(["policy", "setting"]),
  /** The policy's id, or the setting. */
  name: z.string(),
  title: z.string(),
  /** What is allowed, as JSON; a setting has one. */
  value: z.string().optional(),
});

export const exceptionSchema = z.object({
  number: z.int(),
  state: z.enum(EXCEPTION_STATES),
  service: z.string(),
  team: z.string(),
  environments: z.array(z.string()),
  subject: subjectSchema,
  reason: z.string(),
  /** What keeps the harm small meanwhile. */
  control: z.string(),
  requestedBy: z.string(),
  requestedAt: time,
  until: time,
  decision: stepSchema.extend({ kind: z.enum(EXCEPTION_DECISIONS) }).optional(),
  ended: stepSchema.optional(),
});
export type ExceptionDto = z.infer<typeof exceptionSchema>;

/** Whether one cluster holds it. */
const honouredPlaceSchema = z.object({
  environment: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  state: z.enum(HONOURED_STATES),
  since: time.optional(),
  /** Another exception that lets it off the same. */
  because: z.int().optional(),
  unreachableSince: time.optional(),
  lastContactAt: time.optional(),
  servesUnder: z.boolean(),
});

export const exceptionDetailsSchema = exceptionSchema.extend({
  places: z.array(honouredPlaceSchema),
  can: z.object({ decide: decisionSchema, end: decisionSchema }),
});
