import { listEnvironments as list } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { environmentSchema } from "./environment-dto.ts";

/** The environments in the order in which things go through them. */
export const listEnvironments = permittedProcedure("catalog.read")
  .output(z.array(environmentSchema))
  .query(async ({ ctx }) => {
    const environments = await list(ctx.deps, ctx.actor);
    return environments.map(({ metadata, spec }) => ({
      name: metadata.name,
      title: metadata.title ?? metadata.name,
      production: spec.production ?? false,
      requireDigest: spec.requireDigest ?? false,
      clusters: spec.placements.map(({ cluster }) => cluster),
    }));
  });
