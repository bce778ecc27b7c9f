import * as z from "zod";
import { text, webAddress } from "./text.ts";

export const API_VERSION = "fairlead.dev/v1alpha1";

export const LINK_KINDS = ["runbook", "dashboard", "docs", "repository", "chat", "other"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const linkSchema = z.strictObject({ kind: z.enum(LINK_KINDS), title: text(80), url: webAddress });
export type Link = z.infer<typeof linkSchema>;

/** The metadata that every kind shares, around the name that each checks for itself. */
export function metadata<Name extends z.ZodType<string>>(name: Name) {
  return z.strictObject({
    name,
    title: text(80).optional(),
    description: text(500).optional(),
    links: z.array(linkSchema).max(20, "are more than 20||Keep the links that somebody needs at 3 a.m.").optional(),
  });
}
