import type { Violation } from "../violation.ts";

/** Why a use case could not do what was asked. Closed: every edge maps each code, or does not compile. */
export const ERROR_CODES = [
  "unauthenticated",
  "forbidden",
  "not-found",
  "invalid",
  "conflict",
  "stale",
  "too-large",
  "unreachable",
  "internal",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AppErrorDetails {
  violations?: readonly Violation[];
  /** What the error is about, such as `service checkout`. */
  subject?: string;
  /** Who could do it instead, as words, where access is what is missing. */
  whoCould?: string;
  /** What is there now, where an edit started from something older. */
  current?: { revision: number; document: unknown };
}

/** The one error that crosses a use case's boundary. Its message is for people: what failed, on what, what to do. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}
