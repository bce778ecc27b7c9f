import type { AppRouter } from "@fairlead/api";
import type { AnyProcedure, inferProcedureOutput } from "@trpc/server";

type Procedures = AppRouter["_def"]["record"];

/** What each procedure answers: `Answers["service"]["get"]`. */
export type Answers = {
  [Context in keyof Procedures]: {
    [Name in keyof Procedures[Context]]: Procedures[Context][Name] extends AnyProcedure
      ? inferProcedureOutput<Procedures[Context][Name]>
      : never;
  };
};
