import { trpc } from "../trpc/trpc.ts";
import { listClusters } from "./list-clusters.ts";

export const clusterRouter = trpc.router({ list: listClusters });
