import * as z from "zod";

/** What changes in the objects of a service: in words, and leaf by leaf. */
export const diffSchema = z.object({
  words: z.array(z.string()),
  objects: z.array(
    z.object({
      change: z.enum(["added", "removed", "changed"]),
      kind: z.string(),
      name: z.string(),
      /** Left out of `before` and `after`: it is not there. */
      leaves: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
});
