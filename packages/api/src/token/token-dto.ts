import * as z from "zod";
import { time } from "../document/time.ts";

/** An API token as its owner sees it: never the token itself. */
export const apiTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first characters, by which it is told apart. */
  prefix: z.string(),
  createdAt: time,
  expiresAt: time,
  lastUsedAt: time.optional(),
  revokedAt: time.optional(),
});
