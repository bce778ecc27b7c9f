import * as z from "zod";

/** Whether there is such a service, the use case says. */
export const serviceNameSchema = z.strictObject({ name: z.string().max(100) });
