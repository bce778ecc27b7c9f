import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { OwnCluster, SandboxOptions } from "./sandbox-options.ts";

/** The clusters of the sandbox: the first serves dev and staging, the others production. */
const CLUSTERS = ["dev", "prod-eu", "prod-us"];

/** What `npm start -- …` and `fairlead sandbox up …` understand. */
export const USAGE = `npm start -- [options]

  --clusters N                 1 to ${CLUSTERS.length} simulated clusters (${CLUSTERS.join(", ")}); ${CLUSTERS.length} if left out
  --kubeconfig FILE            a cluster of yours instead of simulated ones
  --context NAME               the context in it; its current one if left out
  --empty                      begin without the example shop
  --with-parent                end when the process that started this one ends`;

export interface Arguments {
  clusters: SandboxOptions["clusters"];
  empty: boolean;
  withParent: boolean;
}

/** Reads the arguments of the sandbox. Throws with words for people. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clusters: { type: "string" },
      kubeconfig: { type: "string" },
      context: { type: "string" },
      empty: { type: "boolean", default: false },
      "with-parent": { type: "boolean", default: false },
    },
  });
  const { kubeconfig, context, empty } = values;
  if (kubeconfig === undefined && context !== undefined)
    throw new Error("--context names a context in a kubeconfig: give --kubeconfig FILE as well.");
  if (kubeconfig !== undefined && values.clusters !== undefined)
    throw new Error("--clusters makes simulated clusters, --kubeconfig uses yours: give one of them.");
  return {
    clusters:
      kubeconfig === undefined
        ? { kind: "made", names: CLUSTERS.slice(0, clusterCount(values.clusters)) }
        : { kind: "own", cluster: ownCluster(kubeconfig, context) },
    empty,
    withParent: values["with-parent"],
  };
}

function clusterCount(text = String(CLUSTERS.length)): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= CLUSTERS.length) return count;
  throw new Error(`--clusters takes a number from 1 to ${CLUSTERS.length}, not ${text}.`);
}

function ownCluster(kubeconfig: string, context: string | undefined): OwnCluster {
  // A context's name may be anything; a cluster's is a label.
  const name = (context ?? "own")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return { name: name === "" ? "own" : name, kubeconfig: resolve(kubeconfig), context };
}
