import type { Answers } from "../../answers.ts";

/** One policy as the server gives it. */
export type PolicyView = Answers["policy"]["get"];
