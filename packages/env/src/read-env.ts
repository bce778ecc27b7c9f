import type * as z from "zod";

/** The settings of a process are wrong: everything that is, one line each. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** Reads settings from the environment, and fails with all that is wrong at once. An empty value counts as left out. */
export function readEnv<Schema extends z.ZodType>(
  schema: Schema,
  source: Record<string, string | undefined> = process.env,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new EnvError(`These settings are missing or wrong:\n  ${lines.join("\n  ")}`);
}
