import type { KubernetesObject } from "../../kubernetes/object.ts";
import { fieldsOf, numberOf } from "./health.ts";

/** What runs something, in the order in which it is looked for. */
export const WORKLOAD_KINDS = ["Deployment", "StatefulSet", "CronJob", "Job"] as const;
export type WorkloadKind = (typeof WORKLOAD_KINDS)[number];

/** What it takes for a service to serve. */
export interface ServingNeeds {
  /** Nothing runs where it is left out: it serves as soon as it is there. */
  kind?: WorkloadKind;
  /** Replicas that must be available. */
  atLeast: number;
  /** Whether anybody calls it, so that there must be endpoints. */
  hasService: boolean;
  /** After so long it has not come to serve, in seconds. */
  withinSeconds: number;
}

/** A little more than the Deployment's own deadline: for what a workload does not notice by itself. */
const PATIENCE_SECONDS = 660;
/** For the pod to be placed, and its image to be fetched. */
const START_SECONDS = 60;

/** Read off the objects that were delivered. A Deployment under an autoscaler begins with one replica. */
export function servingNeeds(objects: readonly KubernetesObject[]): ServingNeeds {
  const specOf = (wanted: string) => objects.filter(({ kind }) => kind === wanted).map(({ spec }) => fieldsOf(spec));
  const kind = WORKLOAD_KINDS.find((each) => specOf(each).length > 0);
  if (kind === undefined) return { atLeast: 0, hasService: false, withinSeconds: PATIENCE_SECONDS };
  const [autoscaler] = specOf("HorizontalPodAutoscaler");
  const [scaled] = specOf("ScaledObject");
  const [workload = {}] = specOf(kind);
  const runsOnce = kind === "Job" || kind === "CronJob";
  const atLeast = runsOnce
    ? 0
    : numberOf(autoscaler?.minReplicas ?? scaled?.minReplicaCount, numberOf(workload.replicas, 1));
  return {
    kind,
    atLeast,
    // One without an address of its own leads to each replica, and nobody waits for it.
    hasService: specOf("Service").some(({ clusterIP }) => clusterIP !== "None"),
    withinSeconds: patience(kind, workload, atLeast),
  };
}

function patience(kind: WorkloadKind, { activeDeadlineSeconds }: Record<string, unknown>, replicas: number): number {
  if (kind === "Job") return numberOf(activeDeadlineSeconds, PATIENCE_SECONDS) + START_SECONDS;
  // Its replicas are replaced one after the other.
  return kind === "StatefulSet" ? PATIENCE_SECONDS * Math.max(replicas, 1) : PATIENCE_SECONDS;
}
