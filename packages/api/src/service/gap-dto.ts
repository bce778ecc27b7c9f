import * as z from "zod";

/** What could not be rendered as asked, and why: a need that is missing, a kind that the cluster does not know. */
export const gapSchema = z.object({ what: z.string(), because: z.string(), remedy: z.string() }).meta({ id: "Gap" });
