import { AppError } from "@fairlead/domain";

/** Ends a task that went wrong: everything for the log, and last the line that the supervisor shows. */
export function failTask(error: unknown): void {
  const violations = error instanceof AppError ? (error.details.violations ?? []) : [];
  for (const violation of violations) process.stderr.write(`${JSON.stringify(violation)}\n`);
  if (error instanceof Error && violations.length === 0) process.stderr.write(`${error.stack}\n`);
  const [first] = violations;
  const why = first === undefined ? "" : ` ${first.path} ${first.reason}. ${first.remedy}`;
  process.stderr.write(`${error instanceof Error ? error.message.split("\n")[0] : "It failed."}${why}\n`);
  process.exitCode = 1;
}
