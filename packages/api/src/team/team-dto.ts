import { contactSchema, linkSchema, TEAM_ROLES } from "@fairlead/domain";
import * as z from "zod";

export const teamSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  /** How many it owns. */
  services: z.int(),
  parent: z.string().optional(),
  contacts: z.array(contactSchema),
  links: z.array(linkSchema),
  /** Of the identity provider, with the role that each gives. */
  groups: z.array(z.object({ name: z.string(), role: z.enum(TEAM_ROLES) })),
  /** What who asks is in it. */
  role: z.enum(TEAM_ROLES).optional(),
});
