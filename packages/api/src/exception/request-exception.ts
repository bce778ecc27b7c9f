import { requestException as request } from "@fairlead/application";
import { exceptionSubjectSchema } from "@fairlead/domain";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const words = (what: string) =>
  z
    .string()
    .trim()
    .min(10, `${what}: write a sentence, so that who decides and who reads it later understands.`)
    .max(2000);

/** Asks for an exception, for another person to decide. */
export const requestException = permittedProcedure("exception.request")
  .input(
    z.strictObject({
      service: z.string().max(100),
      environments: z.array(z.string().max(40)).min(1).max(20),
      subject: exceptionSubjectSchema,
      reason: words("The reason"),
      control: words("What keeps the harm small"),
      until: z.iso.datetime().transform((text) => new Date(text)),
    }),
  )
  .output(z.object({ number: z.int() }))
  .mutation(({ ctx, input }) => request(ctx.deps, ctx.actor, input));
