import type { Exception, ExceptionStep } from "@fairlead/domain";
import type { ExceptionView } from "./exception-reader.ts";

export type NewException = Omit<Exception, "number" | "decision" | "ended">;

/** What is added to an exception after it was asked for. */
export type NewExceptionStep = ExceptionStep & { kind: "approved" | "refused" | "withdrawn" | "ended" };

/** Exceptions in a transaction. The database itself refuses an approver who asked, and any change of what was written. */
export interface ExceptionStore {
  add(exception: NewException): Promise<{ number: number }>;
  /** Held until the transaction ends, so that two do not decide at once. */
  lock(number: number): Promise<ExceptionView | undefined>;
  /** Those of a service that may still come to hold or do hold. */
  openOf(service: string, now: Date): Promise<ExceptionView[]>;
  /** Adds a step, and wakes what keeps clusters in step. */
  addStep(number: number, step: NewExceptionStep): Promise<void>;
}
