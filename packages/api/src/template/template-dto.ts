import { templateSchema as templateDocumentSchema } from "@fairlead/domain";
import * as z from "zod";

export const templateSummarySchema = z.object({
  name: z.string(),
  version: z.string(),
  title: z.string(),
  description: z.string(),
});

/** A template as its document: the form is made from it. */
export const templateSchema = z.object({ document: templateDocumentSchema });
