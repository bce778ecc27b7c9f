import { createHash } from "node:crypto";
import { type Deps, policyJudge, referenceOnlyResolver } from "@fairlead/application";
import { type Database, readers, unitOfWork } from "@fairlead/db";
import type { Library } from "@fairlead/library";

/** The use cases' needs, as the sandbox puts them together for itself. */
export function worldDeps(database: Database, library: Library, portalUrl: string): Deps {
  const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
  return {
    transact: unitOfWork(database).transact,
    read: readers(database),
    now: () => new Date(),
    digest,
    judge: policyJudge(library.policies, digest),
    images: referenceOnlyResolver,
    defaultProfile: library.profiles.minimal,
    templates: library.templates,
    portalUrl,
  };
}
