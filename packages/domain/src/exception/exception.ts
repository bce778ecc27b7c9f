import * as z from "zod";
import { EXCEPTION_SETTINGS, type ExceptionSetting, type ExceptionValues } from "./setting.ts";

/** What an exception is from: a policy as a whole, or one setting of the baseline with the value that is allowed. */
export type ExceptionSubject =
  | { kind: "policy"; policy: string }
  | { [Name in ExceptionSetting]: { kind: "setting"; setting: Name; value: ExceptionValues[Name] } }[ExceptionSetting];

const [firstSetting, ...otherSettings] = Object.entries(EXCEPTION_SETTINGS).map(([setting, { value }]) =>
  z.strictObject({ kind: z.literal("setting"), setting: z.literal(setting), value }),
);

// Of an empty table there would be nothing to choose from.
if (firstSetting === undefined) throw new Error("No setting is open to exceptions.");

/** A subject as somebody asks for it, or as a column keeps it. */
export const exceptionSubjectSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("policy"), policy: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/) }),
    z.discriminatedUnion("setting", [firstSetting, ...otherSettings]),
  ])
  // One variant is made for each line of the table, which TypeScript cannot follow.
  .transform((subject): ExceptionSubject => subject as ExceptionSubject);

/** Who did something to an exception, when, and why. */
export interface ExceptionStep {
  personId: string;
  by: string;
  at: Date;
  reason: string;
}

/** What somebody decided of a request. `withdrawn` is the team's own; the others take another person. */
export const EXCEPTION_DECISIONS = ["approved", "refused", "withdrawn"] as const;
export type ExceptionDecision = (typeof EXCEPTION_DECISIONS)[number];

/**
 * Something that the platform does not allow, allowed to one service in some environments until a moment. Asked for by
 * one person, decided by another; nothing of it ever changes, steps are added.
 */
export interface Exception {
  /** What people call it: exception 12. */
  number: number;
  service: string;
  environments: readonly string[];
  subject: ExceptionSubject;
  /** Why it is needed. */
  reason: string;
  /** What keeps the harm small meanwhile. */
  control: string;
  requested: Omit<ExceptionStep, "reason">;
  /** From here on it is over, whatever else happens. */
  until: Date;
  decision?: ExceptionStep & { kind: ExceptionDecision };
  /** Before its time, by somebody. */
  ended?: ExceptionStep;
}
