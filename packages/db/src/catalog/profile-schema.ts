import * as z from "zod";

/** A cluster's profile as it is stored: what was found when somebody last looked. */
export const profileSchema = z.object({
  name: z.string(),
  kubernetes: z.string(),
  apis: z.array(z.string()),
  gateways: z.array(z.object({ name: z.string(), namespace: z.string(), hosts: z.array(z.string()) })),
  fqdnRules: z.boolean(),
});
