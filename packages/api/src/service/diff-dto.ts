import * as z from "zod";

/** What changes in the objects of a service, leaf by leaf. */
export const diffSchema = z.array(
  z.object({
    change: z.enum(["added", "removed", "changed"]),
    kind: z.string(),
    name: z.string(),
    /** Left out of `before` and `after`: it is not there. */
    leaves: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  }),
);
