import { contactSchema } from "@fairlead/domain";
import * as z from "zod";

/** The team that answers for something, and how to reach it. */
export const ownerSchema = z
  .object({ team: z.string(), title: z.string(), contacts: z.array(contactSchema) })
  .meta({ id: "Owner" });
