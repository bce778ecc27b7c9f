import * as z from "zod";
import { TEAM_ROLES } from "../access/role.ts";
import { contactSchema } from "./contact.ts";
import { API_VERSION, metadata } from "./metadata.ts";
import { teamName } from "./name.ts";
import { text } from "./text.ts";

/** `system:` groups are Kubernetes' own: a team bound to one would be more than a team. */
const groupName = text(200).refine(
  (name) => !name.startsWith("system:"),
  "belongs to the cluster itself||Name a group of your identity provider.",
);

/** A team: who belongs to it is what the identity provider says, by group. */
export const teamSchema = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Team"),
  metadata: metadata(teamName),
  spec: z.strictObject({
    parent: teamName.optional(),
    contacts: z.array(contactSchema).max(20).optional(),
    /** Identity-provider groups and the role that each gives in this team. */
    groups: z
      .array(z.strictObject({ name: groupName, role: z.enum(TEAM_ROLES) }))
      .max(50)
      .optional(),
  }),
});
export type TeamDocument = z.infer<typeof teamSchema>;
