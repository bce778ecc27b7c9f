import { type KubernetesObject, SCHEDULE_DEFAULTS } from "@fairlead/domain";
import { type Build, isLongRunning, replicaRange } from "./build.ts";
import { MAX_SURGE } from "./deployment.ts";
import { objectLabels } from "./labels.ts";
import { resourcesOf, times } from "./quantities.ts";

/** Where runs may overlap, this many at once; another begins when one is done. */
const OVERLAPPING_RUNS = 4;

/**
 * Room for the most pods that this declaration brings at once. While another one is being replaced by it, the larger of
 * both holds: see narrowQuota in packages/kubernetes.
 */
export function resourceQuota(build: Build): KubernetesObject {
  const pods = podsAtOnce(build);
  const { requests, limits } = resourcesOf(build.size);
  const hard: Record<string, string> = { pods: String(pods), "count/jobs.batch": "50", "count/services": "5" };
  for (const [resource, quantity] of Object.entries(requests)) hard[`requests.${resource}`] = times(quantity, pods);
  for (const [resource, quantity] of Object.entries(limits)) hard[`limits.${resource}`] = times(quantity, pods);
  return {
    apiVersion: "v1",
    kind: "ResourceQuota",
    metadata: { name: "fairlead", namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: { hard },
  };
}

/** Those that serve or run, those that a rollout brings first, as many that are still ending, and a step before a deploy. */
function podsAtOnce(build: Build): number {
  const running = isLongRunning(build) ? replicaRange(build).max : runsAtOnce(build);
  const surge = build.template.spec.workload === "Deployment" ? Math.ceil(running * MAX_SURGE) : 0;
  return running + surge + running + 1;
}

function runsAtOnce({ spec: { schedule } }: Build): number {
  return (schedule?.concurrency ?? SCHEDULE_DEFAULTS.concurrency) === "allow" ? OVERLAPPING_RUNS : 1;
}
