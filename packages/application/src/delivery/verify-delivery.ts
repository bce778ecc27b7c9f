import {
  type KubernetesObject,
  objectHealth,
  type Serving,
  serving,
  servingNeeds,
  type WorkloadKind,
} from "@fairlead/domain";
import type { ClusterPort } from "./cluster-port.ts";
import type { DeliverDeps } from "./deliver-deps.ts";
import type { DeliveryTask, NewDeliveryEvent } from "./delivery-store.ts";
import { again, DONE, type Next } from "./next.ts";

/** A Deployment that was just changed may still show that it had given up on what was there before. */
const SETTLE_MS = 5000;
/** Often at first, when most deliveries come to serve. */
const LOOK_MS = { least: 500, most: 5000 };
/** Pods that are told of one by one; more would be noise. */
const PODS_TOLD = 20;

/** Looks once whether a delivery serves, and says what is new since the last time. */
export async function verifyDelivery(
  { deliveries, now }: Pick<DeliverDeps, "deliveries" | "now">,
  cluster: ClusterPort,
  { id, number, namespace, service, rendering, startedAt }: DeliveryTask,
): Promise<Next> {
  const needs = servingNeeds(rendering.objects);
  const observed = await cluster.observe({ namespace, service, kind: needs.kind });
  const { health, replicas, pods, serves, isLost } = serving(observed, needs);
  const events = runsOn(needs.kind) ? podsThatServe(pods) : [];
  const reason = sentence(health.reason);
  const ageMs = now().getTime() - (startedAt ?? now()).getTime();

  if (serves) {
    // Before it is said to be done, so that a worker that dies in between is not the last to have looked.
    await cluster.narrowQuota({ namespace, number, guarded: rendering.guarded });
    events.push({ tone: "good", message: success(needs.kind, replicas, reason) });
    await deliveries.advance(id, number, { state: "succeeded", reason: "", replicas, events });
    return DONE;
  }
  if (ageMs > needs.withinSeconds * 1000 || (isLost && ageMs > SETTLE_MS)) {
    const what = needs.kind === "Job" ? "It is not done." : "It does not serve.";
    events.push({ tone: "bad", message: reason === "" ? what : `${what} ${reason}` });
    const why = reason === "" ? "It did not come to serve in time." : reason;
    await deliveries.advance(id, number, { state: "failed", reason: why, replicas, events });
    return DONE;
  }
  if (health.state === "Degraded") events.push({ tone: "warn", message: reason, once: `trouble ${reason}` });
  const isCurrent = await deliveries.advance(id, number, { state: "verifying", reason, replicas, events });
  return isCurrent ? again(Math.min(Math.max(ageMs / 10, LOOK_MS.least), LOOK_MS.most)) : DONE;
}

function runsOn(kind: WorkloadKind | undefined): boolean {
  return kind === "Deployment" || kind === "StatefulSet";
}

/** What it means that it serves, for each kind of workload. */
function success(kind: WorkloadKind | undefined, { ready, wanted }: Serving["replicas"], reason: string): string {
  if (kind === undefined) return "It is there; nothing of it runs";
  if (kind === "Job") return "It ran, and is done";
  if (kind === "CronJob")
    return `The cluster runs it by the clock${reason === "" ? "" : `. ${reason.replace(/\.$/, "")}`}`;
  return `Serves with ${ready} of ${wanted} ${wanted === 1 ? "pod" : "pods"}`;
}

function podsThatServe(pods: readonly KubernetesObject[]): NewDeliveryEvent[] {
  return pods
    .filter((pod) => objectHealth(pod).state === "Healthy")
    .slice(0, PODS_TOLD)
    .map(({ metadata: { name } }) => ({ tone: "good", message: `Pod ${name} is serving`, once: `pod ${name}` }));
}

function sentence(reason: string): string {
  return reason === "" ? "" : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
