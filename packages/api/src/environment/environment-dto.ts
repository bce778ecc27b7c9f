import * as z from "zod";

/** An environment, in the order in which things go through them. */
export const environmentSchema = z.object({
  name: z.string(),
  title: z.string(),
  production: z.boolean(),
  requireDigest: z.boolean(),
  clusters: z.array(z.string()),
});
