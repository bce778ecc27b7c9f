import { type KubernetesObject, keyOf, serving, servingNeeds } from "@fairlead/domain";
import { stamp } from "@fairlead/manifests";
import { ClusterError } from "../cluster/cluster-error.ts";
import type { AppliedObject, ClusterGateway, ClusterPort } from "./cluster-port.ts";
import type { DeliveryEvent, DeliveryStore, DeliveryTask } from "./delivery-store.ts";

export interface DeliverDeps {
  clusters: ClusterGateway;
  deliveries: DeliveryStore;
  now(): Date;
}

/** What the worker does with the job afterwards. */
export type DeliverOutcome = { done: true } | { done: false; againInMs: number };

const DONE: DeliverOutcome = { done: true };
const LOOK_AGAIN_MS = 1000;
/** A cluster that is away is asked again at this pace, for as long as it takes: the delivery waits for it. */
const AWAY_MS = { first: 2000, most: 60_000 };
/** As long as the Deployment's own deadline, and a little more: then somebody must look. */
const SERVING_DEADLINE_MS = 660_000;

/**
 * Brings a release one step nearer to serving at its destination. Level-triggered: it looks at how things are and does
 * what is missing, so it may be killed anywhere and run again, by anybody.
 */
export async function deliverRelease(deps: DeliverDeps, id: string): Promise<DeliverOutcome> {
  const task = await deps.deliveries.find(id);
  if (task === undefined) return DONE;
  try {
    const cluster = await deps.clusters.cluster(task.cluster);
    if (task.state === "verifying") return await verify(deps, cluster, task);
    return await bring(deps, cluster, task);
  } catch (error) {
    if (error instanceof ClusterError) return failed(deps, task, error);
    throw error;
  }
}

async function bring(deps: DeliverDeps, cluster: ClusterPort, task: DeliveryTask): Promise<DeliverOutcome> {
  const begun = await deps.deliveries.advance(task.id, { state: "applying", reason: "" });
  if (!begun) return DONE;
  const rendering = stamp(task.rendering, { release: task.release });
  const number = await cluster.openDelivery({
    namespace: task.namespace,
    guarded: rendering.guarded,
    atLeast: task.number,
  });
  // The cluster may have known a higher one: then that is the delivery's number from now on.
  const still = await deps.deliveries.advance(task.id, { number }, [
    {
      tone: "quiet",
      message: `The namespace ${task.namespace} and what protects it are in place`,
      details: { number: String(number) },
    },
  ]);
  if (!still) return DONE;

  const kinds = groupKinds(rendering.objects);
  // Before anything is written, so that a kind is never forgotten by a worker that dies in between.
  await deps.deliveries.rememberKinds(task.destinationId, [...new Set([...task.kinds, ...kinds])].sort());
  const applied = await cluster.apply({ namespace: task.namespace, number, objects: rendering.objects });
  const pruned = await cluster.prune({ namespace: task.namespace, number, kinds: task.kinds, keep: rendering.objects });
  const events = [
    inWords(applied),
    ...(pruned.length === 0 ? [] : [{ tone: "quiet" as const, message: `Taken away: ${pruned.join(", ")}` }]),
  ];
  await deps.deliveries.advance(task.id, { state: "verifying" }, events);
  return { done: false, againInMs: 0 };
}

function inWords(applied: readonly AppliedObject[]): DeliveryEvent {
  const changed = applied.filter(({ change }) => change !== "unchanged");
  const details = { objects: applied.map(({ kind, name, change }) => `${kind} ${name}: ${change}`) };
  const same = applied.length - changed.length;
  const message = `${applied.length} objects accepted by the cluster: ${changed.length} changed, ${same} as they were`;
  return { tone: "good", message, details };
}

async function verify(deps: DeliverDeps, cluster: ClusterPort, task: DeliveryTask): Promise<DeliverOutcome> {
  const observed = await cluster.observe({ namespace: task.namespace, service: task.service });
  const result = serving(observed, servingNeeds(task.rendering.objects));
  const { ready, wanted } = result.replicas;
  if (result.serves) {
    const message = `Serves with ${ready} of ${wanted} ${wanted === 1 ? "pod" : "pods"}`;
    const sighting = { health: result.health.state, reason: result.health.reason, ready, wanted };
    await deps.deliveries.succeed(task, {
      kinds: groupKinds(task.rendering.objects),
      sighting,
      event: { tone: "good", message },
    });
    return DONE;
  }
  if (deps.now().getTime() - task.createdAt.getTime() > SERVING_DEADLINE_MS || result.isLost) {
    const reason = result.health.reason === "" ? "It does not serve." : sentence(result.health.reason);
    await deps.deliveries.advance(task.id, { state: "failed", reason, ready, wanted }, [
      { tone: "bad", message: `It does not serve: ${result.health.reason}` },
    ]);
    return DONE;
  }
  await deps.deliveries.advance(task.id, { reason: sentence(result.health.reason), ready, wanted });
  return { done: false, againInMs: LOOK_AGAIN_MS };
}

async function failed(deps: DeliverDeps, task: DeliveryTask, error: ClusterError): Promise<DeliverOutcome> {
  const waits =
    error.failure === "away" ||
    error.failure === "busy" ||
    error.failure === "unauthorized" ||
    error.failure === "conflict";
  if (waits) {
    await deps.deliveries.advance(task.id, { reason: `Waits for ${task.cluster}: ${error.message}.` });
    return { done: false, againInMs: Math.min(AWAY_MS.first * 2 ** Math.min(task.attempt, 10), AWAY_MS.most) };
  }
  if (error.message.includes("stale delivery")) {
    // Somebody raised the fence meanwhile: take the number anew.
    await deps.deliveries.advance(task.id, { state: "applying" });
    return { done: false, againInMs: LOOK_AGAIN_MS };
  }
  const reason = `${task.cluster} refused it: ${error.message}`;
  await deps.deliveries.advance(task.id, { state: "failed", reason }, [{ tone: "bad", message: reason }]);
  return DONE;
}

function groupKinds(objects: readonly KubernetesObject[]): string[] {
  return [...new Set(objects.map((object) => `${object.kind}.${keyOf(object).group}`))].sort();
}

function sentence(reason: string): string {
  return reason === "" ? "" : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
