import { DOCUMENT_KINDS } from "@fairlead/domain";
import * as z from "zod";
import { violationSchema } from "../rest/problem.ts";

/** What applying documents did. Paths of warnings begin with `documents.<index>`. */
export const appliedSchema = z.object({
  documents: z.array(
    z.object({
      kind: z.enum(DOCUMENT_KINDS),
      name: z.string(),
      change: z.enum(["created", "updated", "unchanged"]),
    }),
  ),
  warnings: z.array(violationSchema),
});
