import { contactSchema, linkSchema, TEAM_ROLES } from "@fairlead/domain";
import * as z from "zod";

export const teamSummarySchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  services: z.int(),
  /** What who asks is in it. */
  role: z.enum(TEAM_ROLES).optional(),
});

export const teamSchema = teamSummarySchema.extend({
  parent: z.string().optional(),
  contacts: z.array(contactSchema),
  links: z.array(linkSchema),
  groups: z.array(z.object({ name: z.string(), role: z.enum(TEAM_ROLES) })),
});
