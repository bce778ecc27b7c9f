import type { problemSchema } from "@fairlead/api/public";
import type * as z from "zod";
import { CommandFailure, type ExitCode } from "./command-failure.ts";
import type { Persona } from "./connection.ts";

type Problem = z.infer<typeof problemSchema>;

const EXIT_CODES = {
  unauthenticated: 3,
  forbidden: 1,
  "not-found": 1,
  invalid: 1,
  conflict: 1,
  stale: 1,
  "too-large": 1,
  unreachable: 3,
  internal: 3,
} as const satisfies Record<Problem["code"], ExitCode>;

/** What the portal refused, as the end of a command. Keeps the violations, for who can say where in a file they are. */
export class ProblemFailure extends CommandFailure {
  readonly violations: NonNullable<Problem["violations"]>;
  /** What to do about it as a whole. */
  readonly hints: readonly string[];

  constructor(problem: Problem, persona: Persona | undefined) {
    const { code, detail, violations = [] } = problem;
    const hints = hintsFor(problem, persona);
    const lines = violations.map(({ path, reason, remedy }) => `${path === "" ? "it" : path}: ${reason}. ${remedy}`);
    super(EXIT_CODES[code], detail, [...lines, ...hints]);
    this.violations = violations;
    this.hints = hints;
  }
}

function hintsFor({ code, whoCould }: Problem, persona: Persona | undefined): string[] {
  if (code === "unauthenticated") {
    return [persona === undefined ? "Check FAIRLEAD_TOKEN: it may be over." : "Restart the sandbox with `npm start`."];
  }
  if (code === "forbidden" && persona !== undefined && persona !== "platform" && whoCould !== undefined) {
    return ["In the sandbox, `--as platform` speaks as a platform engineer, who could."];
  }
  return [];
}
