import { templateSchema as templateDocumentSchema } from "@fairlead/domain";

/** A template is its document: the form is made from it. */
export const templateSchema = templateDocumentSchema;
