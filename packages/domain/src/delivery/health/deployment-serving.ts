import type { KubernetesObject } from "../../kubernetes/object.ts";
import { deploymentHealth, isOutOfTime } from "./deployment-health.ts";
import { fieldsOf, numberOf } from "./health.ts";
import { explained, isOwnedBy, reaching } from "./long-running.ts";
import { replicaSetHealth } from "./replica-set-health.ts";
import type { ServingNeeds } from "./serving-needs.ts";
import type { Observed, Serving } from "./serving-rule.ts";

/** How a Deployment serves: by the ReplicaSet of its newest state. */
export function deploymentServing(workload: KubernetesObject, observed: Observed, needs: ServingNeeds): Serving {
  const newest = newestReplicaSet(workload, observed.replicaSets);
  const pods = observed.pods.filter((pod) => isOwnedBy(pod, newest));
  const ready = numberOf(fieldsOf(newest?.status).availableReplicas);
  const wanted = Math.max(numberOf(fieldsOf(workload.spec).replicas, 1), needs.atLeast);
  const health = explained(
    deploymentHealth(workload),
    pods,
    newest === undefined ? undefined : replicaSetHealth(newest),
  );
  const facts = { replicas: { ready, wanted }, pods, isLost: isOutOfTime(workload) };
  return { ...facts, ...reaching({ health, ready }, observed, needs) };
}

/** The ReplicaSet that holds the Deployment's present state; none while the change has not been taken up. */
function newestReplicaSet(
  deployment: KubernetesObject,
  replicaSets: readonly KubernetesObject[],
): KubernetesObject | undefined {
  const { generation } = deployment.metadata;
  if (fieldsOf(deployment.status).observedGeneration !== generation) return undefined;
  const revision = revisionOf(deployment);
  return replicaSets.find((set) => isOwnedBy(set, deployment) && revisionOf(set) === revision);
}

function revisionOf({ metadata }: KubernetesObject): string | undefined {
  return metadata.annotations?.["deployment.kubernetes.io/revision"];
}
