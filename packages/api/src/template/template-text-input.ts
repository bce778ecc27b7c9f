import * as z from "zod";

export const templateNameSchema = z.string().max(40);

/** What somebody has written of a template: unfinished, so it is judged by the use case, in words. */
export const templateTextSchema = z.strictObject({ name: templateNameSchema, text: z.string().max(512 * 1024) });
