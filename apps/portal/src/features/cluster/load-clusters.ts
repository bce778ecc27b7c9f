import "server-only";
import { cache } from "react";
import { ask } from "../../page/ask.ts";

/** All clusters as last seen, asked for once however many parts of a page show them. */
export const loadClusters = cache(() => ask((api) => api.cluster.list()));
