import * as z from "zod";
import { text, webAddress } from "./text.ts";

/** How to reach whoever answers for something. */
export const contactSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("chat"), title: text(80), url: webAddress }),
  z.strictObject({
    kind: z.literal("phone"),
    title: text(80),
    number: z
      .string()
      .regex(/^\+[0-9 ()-]{5,24}$/, "is not a phone number||Write it with the country code, such as +49 30 1234567."),
  }),
  z.strictObject({
    kind: z.literal("email"),
    title: text(80),
    address: z.email("is not a mail address||Write it like team@example.com."),
  }),
  z.strictObject({ kind: z.literal("page"), title: text(80), url: webAddress }),
]);
export type Contact = z.infer<typeof contactSchema>;
