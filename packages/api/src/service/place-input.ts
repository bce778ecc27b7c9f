import * as z from "zod";

/** A service in an environment, on one cluster where there are several. */
export const placeSchema = z.strictObject({
  service: z.string().max(100),
  environment: z.string().max(40),
  cluster: z.string().max(40).optional(),
});
