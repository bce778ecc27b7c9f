import * as z from "zod";

/** A Service document as it is being written: unfinished, so its shape is judged by the use case, in words. */
export const draftSchema = z.strictObject({
  document: z.record(z.string(), z.unknown()),
  environment: z.string().max(40),
});
