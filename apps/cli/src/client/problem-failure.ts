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
  readonly problem: Problem;

  constructor(problem: Problem, persona: Persona | undefined) {
    super(EXIT_CODES[problem.code], problem.detail, hints(problem, persona));
    this.problem = problem;
  }
}

function hints({ code, whoCould, violations = [] }: Problem, persona: Persona | undefined): string[] {
  const lines = violations.map(({ path, reason, remedy }) => `${path === "" ? "it" : path} ${reason}. ${remedy}`);
  if (code === "unauthenticated" && persona === undefined) lines.push("Check FAIRLEAD_TOKEN: it may be over.");
  if (code === "unauthenticated" && persona !== undefined) lines.push("Restart the sandbox with `npm start`.");
  if (code === "forbidden" && persona !== undefined && persona !== "platform" && whoCould !== undefined) {
    lines.push(`In the sandbox, \`--as platform\` speaks as a platform engineer, who could.`);
  }
  return lines;
}
