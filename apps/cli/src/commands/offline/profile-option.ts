import type { Profile } from "@fairlead/domain";
import { type Library, readProfile } from "@fairlead/library";
import { CommandFailure } from "../../client/command-failure.ts";

/** `--profile full`, `minimal`, or a file that says what a cluster offers. */
export function readProfileOption(given: string, { profiles }: Library): Profile {
  if (given === "full" || given === "minimal") return profiles[given];
  const read = readProfile(given);
  if (read.ok) return read.value;
  throw new CommandFailure(2, `--profile ${given} is not a profile.`, [
    ...read.error,
    "Name full, minimal, or a file like packages/manifests/library/profiles/full.yaml.",
  ]);
}
