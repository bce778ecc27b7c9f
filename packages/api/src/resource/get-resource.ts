import { getResource as get, type ResourceDetails } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { presentDecision } from "./present-decision.ts";
import { resourceSchema } from "./resource-dto.ts";

/** Everything about something off the platform, owner and contact first. */
export const getResource = permittedProcedure("catalog.read")
  .input(z.strictObject({ name: z.string().max(100) }))
  .output(resourceSchema)
  .query(async ({ ctx, input }) => present(await get(ctx.deps, ctx.actor, input.name)));

function present({ document, decisions, ...view }: ResourceDetails): z.input<typeof resourceSchema> {
  const { metadata, spec } = document;
  const { type, tier, lifecycle, environments = {} } = spec;
  return {
    ...view,
    document: { ...document },
    description: metadata.description ?? "",
    links: metadata.links ?? [],
    type,
    tier,
    lifecycle,
    addresses: Object.entries(environments).map(([environment, { host, port, cidrs = [] }]) => ({
      environment,
      host,
      port,
      cidrs,
    })),
    decisions: decisions.map(presentDecision),
  };
}
