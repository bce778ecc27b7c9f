import type { AppRouter } from "@fairlead/api";
import { TRPCClientError } from "@trpc/client";

/** What went wrong with a call, as people read it. */
export interface CallProblem {
  code: string;
  message: string;
  whoCould?: string | undefined;
  violations: readonly CallViolation[];
}

/** One thing that is wrong with what was sent. */
export interface CallViolation {
  path: string;
  reason: string;
  remedy: string;
  severity: "error" | "warning" | "note";
  policy?: string | undefined;
  object?: string | undefined;
  fix?: { label: string; patch: Record<string, unknown> } | undefined;
  /** Allowed all the same, by an exception. */
  exception?: { number: number; until: string } | undefined;
}

const AWAY: CallProblem = {
  code: "unreachable",
  message: "The portal cannot be reached from this browser. Nothing was changed; try again in a moment.",
  violations: [],
};

/** Any error of a call. The server writes its sentences for people; what did not come from it is the way to it. */
export function problemOf(error: unknown): CallProblem {
  if (!(error instanceof TRPCClientError)) throw error;
  const { data }: TRPCClientError<AppRouter> = error;
  if (data == null) return AWAY;
  return {
    code: data.code,
    message: error.message,
    whoCould: data.whoCould,
    violations: [...(data.violations ?? [])],
  };
}
