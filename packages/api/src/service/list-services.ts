import { listServices as list } from "@fairlead/application";
import * as z from "zod";
import type { SignedInContext } from "../api-context.ts";
import { given } from "../document/given.ts";
import { pageInputSchema, pageOf } from "../document/page.ts";
import { restRoute } from "../rest/rest-route.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { presentSummary } from "./present-service.ts";
import { serviceSummarySchema } from "./service-dto.ts";

const querySchema = pageInputSchema.extend({
  text: z.string().max(100).optional().describe("Part of a name, title or description."),
});
const inputSchema = querySchema.extend({
  /** Only those of the teams of who asks. */
  mine: z.boolean().optional(),
  /** Only those that want a look. */
  notHealthy: z.boolean().optional(),
});
const answerSchema = pageOf(serviceSummarySchema).extend({ total: z.int() });

/** Services by name, a page at a time. */
export const listServices = permittedProcedure("catalog.read")
  .input(inputSchema)
  .output(answerSchema)
  .query(({ ctx, input }) => answer(ctx, input));

export const listServicesRoute = restRoute(
  {
    method: "GET",
    path: "/services",
    summary: "Lists services by name, a page at a time.",
    permission: "catalog.read",
    params: z.strictObject({}),
    query: querySchema,
    body: undefined,
    status: 200,
    answer: answerSchema,
  },
  (context, { query }) => answer(context, query),
);

async function answer({ deps, actor }: SignedInContext, input: z.output<typeof inputSchema>) {
  const { items, total, next } = await list(deps, actor, given(input));
  return { items: items.map(presentSummary), total, ...(next === undefined ? {} : { nextCursor: next }) };
}
