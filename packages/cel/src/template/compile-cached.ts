import { type CelProgram, compile } from "../compile.ts";
import { type CelEnvironment, createEnvironment } from "../environment.ts";
import type { CelResult } from "../result.ts";

// Templates are rendered at each keystroke with the same expressions: a few hundred are kept, then all go.
const MAX_CACHED = 1000;

const environments = new Map<string, { environment: CelEnvironment; programs: Map<string, CelResult<CelProgram>> }>();

/** Compiles an expression over variables of these names, once. */
export function compileCached(expression: string, names: readonly string[]): CelResult<CelProgram> {
  const key = [...names].sort().join(" ");
  const entry = environments.get(key) ?? { environment: createEnvironment({ variables: names }), programs: new Map() };
  if (environments.size >= MAX_CACHED) environments.clear();
  environments.set(key, entry);
  const existing = entry.programs.get(expression);
  if (existing !== undefined) return existing;
  if (entry.programs.size >= MAX_CACHED) entry.programs.clear();
  const program = compile(expression, entry.environment);
  entry.programs.set(expression, program);
  return program;
}
