import * as z from "zod";

/** What a change of a declaration changes: in words first, line by line on demand. */
export const diffSchema = z.object({
  /** Such as "2 more replicas" or "1 new network path". Empty where nothing changes. */
  words: z.array(z.string()),
  objects: z.array(
    z.object({
      change: z.enum(["added", "removed", "changed"]),
      kind: z.string(),
      name: z.string(),
      /** Unified. */
      diff: z.string(),
    }),
  ),
});
