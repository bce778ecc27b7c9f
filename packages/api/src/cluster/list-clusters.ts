import { type ClusterView, listClusters as list } from "@fairlead/application";
import { describeOffer } from "@fairlead/domain";
import * as z from "zod";
import { presentTimes } from "../document/present-time.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { clusterSchema } from "./cluster-dto.ts";

/** All clusters, as last seen. */
export const listClusters = permittedProcedure("cluster.read")
  .output(z.array(clusterSchema))
  .query(async ({ ctx }) => {
    const clusters = await list(ctx.deps, ctx.actor);
    return clusters.map(({ lastContactAt, unreachableSince, offer, ...cluster }) => ({
      ...cluster,
      ...(offer === undefined ? {} : { offer: presentOffer(offer) }),
      ...presentTimes({ lastContactAt, unreachableSince }),
    }));
  });

function presentOffer({ profile, notes, at }: NonNullable<ClusterView["offer"]>) {
  const items = describeOffer(profile).map(({ what, found }) => (found === undefined ? { what } : { what, found }));
  return { at: at.toISOString(), items, notes };
}
