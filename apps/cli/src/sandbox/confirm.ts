import { createInterface } from "node:readline/promises";
import { CommandFailure } from "../client/command-failure.ts";

/** Asks before something is done. Where nobody can answer, it takes a `--yes`. */
export async function confirm(question: string, yes: boolean | undefined): Promise<void> {
  if (yes === true) return;
  if (process.stdin.isTTY !== true)
    throw new CommandFailure(2, "Nothing was done: say --yes where nobody can be asked.");
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asked.question(`${question} [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new CommandFailure(1, "Nothing was done.");
  } finally {
    asked.close();
  }
}
