import { listClusters as list } from "@fairlead/application";
import * as z from "zod";
import { presentTimes } from "../document/present-time.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { clusterSchema } from "./cluster-dto.ts";

/** All clusters, as last seen. */
export const listClusters = permittedProcedure("cluster.read")
  .output(z.array(clusterSchema))
  .query(async ({ ctx }) => {
    const clusters = await list(ctx.deps, ctx.actor);
    return clusters.map(({ lastContactAt, unreachableSince, ...cluster }) => ({
      ...cluster,
      ...presentTimes({ lastContactAt, unreachableSince }),
    }));
  });
