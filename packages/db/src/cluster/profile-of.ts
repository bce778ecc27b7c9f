import { clusterSchema, mergeProfile, type Profile, profileSchema } from "@fairlead/domain";
import * as z from "zod";

/** What was found when somebody last looked; older ones may hold what a profile no longer has. */
const storedSchema = z.object({ ...profileSchema.shape, notes: z.array(z.string()).default([]) });

/** What a cluster offers: what was found there under what its document sets; `undefined` before anybody looked. */
export function profileOf({
  document,
  profile,
}: {
  document: unknown;
  profile: unknown;
}): { profile: Profile; notes: string[] } | undefined {
  if (profile === null) return undefined;
  const { notes, ...found } = storedSchema.parse(profile);
  return { profile: mergeProfile(found, clusterSchema.parse(document).spec.profile), notes };
}
