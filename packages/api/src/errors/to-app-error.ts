import { AppError, describeIssues } from "@fairlead/domain";
import { TRPCError } from "@trpc/server";
import * as z from "zod";

/**
 * Any error as the one that edges know. What is not ours becomes `internal` with the original as its cause, which is
 * logged and never shown: vendors put addresses, queries and headers into their messages.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TRPCError) return fromTrpc(error);
  return new AppError(
    "internal",
    "Something went wrong on our side. Try again; if it stays, tell the platform team.",
    {},
    { cause: error },
  );
}

/** tRPC's own refusals: unreadable input, unknown procedure, too large a batch. */
function fromTrpc(error: TRPCError): AppError {
  if (error.cause instanceof AppError) return error.cause;
  if (error.code === "BAD_REQUEST" && error.cause instanceof z.core.$ZodError) return invalidInput(error.cause);
  if (error.code === "BAD_REQUEST") return new AppError("invalid", "The request cannot be read. Reload the page.");
  if (error.code === "NOT_FOUND") return new AppError("not-found", "There is no such procedure. Reload the page.");
  return toAppError(error.cause ?? new Error(error.code));
}

/** Input that does not fit its schema, everything that is wrong with it at once. */
function invalidInput(error: z.core.$ZodError): AppError {
  const violations = describeIssues(error.issues);
  const fields = violations.map(({ path }) => path || "the request").join(", ");
  return new AppError("invalid", `Some of what was sent is not valid: ${fields}.`, { violations });
}
