import type { Answers } from "../../answers.ts";

export type ExceptionView = Answers["exception"]["list"]["items"][number];
export type ExceptionDetailsView = Answers["exception"]["get"];
export type ExceptionOptionView = Answers["exception"]["options"][number];
