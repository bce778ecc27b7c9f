import {
  type ExceptionInForce,
  exceptionsInForce,
  excusedPolicies,
  groupKindOf,
  type KubernetesObject,
} from "@fairlead/domain";

import { isBeforeDeploy, stamp } from "@fairlead/manifests";
import { ClusterError } from "../cluster/cluster-error.ts";
import type { AppliedObject, ClusterPort } from "./cluster-port.ts";
import type { DeliverDeps } from "./deliver-deps.ts";
import type { DeliveryTask, NewDeliveryEvent } from "./delivery-store.ts";
import { isFinal } from "./failed-attempt.ts";
import { again, DONE, type Next } from "./next.ts";
import { type BeforeDeploy, runBeforeDeploy, settleRefused } from "./run-before-deploy.ts";

const STEP_MS = 1000;

/**
 * Raises the fence, writes what the delivery brings and takes away what it does not. Only who is still current after
 * the fence was raised goes on: so a late worker cannot undo a newer delivery.
 */
export async function bringObjects(
  deps: Pick<DeliverDeps, "deliveries" | "steps" | "now">,
  cluster: ClusterPort,
  task: DeliveryTask,
): Promise<Next> {
  const { deliveries, now } = deps;
  const { id, service, environment, number: held } = task;
  // As they are now: since the release was made, one may have come to its end.
  const inForce = exceptionsInForce(task.exceptions, { service, environment, now: now() });
  const outlived = task.reliesOn.find((wanted) => !inForce.some((exception) => exception.number === wanted));
  if (outlived !== undefined) {
    const reason = `It relies on exception ${outlived}, which is over. Deploy again: it is then made without, or says why it can't be.`;
    await deliveries.advance(id, held, { state: "failed", reason, events: [{ tone: "bad", message: reason }] });
    return DONE;
  }
  const before = await runBeforeDeploy(deps, cluster, task);
  if (before.do === "wait") return before.next;
  try {
    return await write(deps, cluster, { task, before, inForce });
  } catch (error) {
    if (before.do === "write" && error instanceof ClusterError && isFinal(error))
      await settleRefused(deps, cluster, task, { ...before, reason: error.message });
    throw error;
  }
}

interface Writing {
  task: DeliveryTask;
  before: Exclude<BeforeDeploy, { do: "wait" }>;
  inForce: readonly ExceptionInForce[];
}

async function write(
  { deliveries }: Pick<DeliverDeps, "deliveries">,
  cluster: ClusterPort,
  { task, before, inForce }: Writing,
): Promise<Next> {
  const { id, namespace, release, number: held, kinds, rendering } = task;
  const { guarded, objects: all } = stamp(rendering, { release });
  const objects = all.filter((object) => !isBeforeDeploy(object));
  const number = await cluster.openDelivery({ namespace, guarded, atLeast: held });
  if (!(await deliveries.begin(id, held, number))) return DONE;
  await cluster.labelExceptions({ namespace, policies: [...excusedPolicies(inForce).keys()].sort() });

  const brought = kindsOf(all);
  // Before anything is written, so that a kind is never forgotten by a worker that dies in between.
  const written = [...new Set([...kinds, ...brought])].sort();
  if (!(await deliveries.rememberKinds(id, number, written))) return DONE;
  if (before.do === "write") {
    await cluster.apply({ namespace, number, objects: before.objects, kinds: written });
    const events: NewDeliveryEvent[] = [{ tone: "moving", message: "Runs the step before the deploy", once: "before" }];
    const reason = "Runs the step before the deploy.";
    return (await deliveries.advance(id, number, { state: "applying", reason, events })) ? again(STEP_MS) : DONE;
  }
  const applied = await cluster.apply({ namespace, number, objects, kinds: written });
  // What the step left lies there until the next release's: somebody may want to read what it wrote.
  const pruned = await cluster.prune({ namespace, number, kinds: written, keep: all });
  await deliveries.rememberKinds(id, number, brought);

  const events: NewDeliveryEvent[] = [
    { tone: "quiet", message: `The namespace ${namespace} and what protects it are in place`, once: "namespace" },
    inWords(applied),
    ...growthInWords(applied),
    ...(pruned.length === 0 ? [] : [{ tone: "quiet" as const, message: `Taken away: ${pruned.join(", ")}` }]),
  ];
  const isCurrent = await deliveries.advance(id, number, { state: "verifying", reason: "", events });
  return isCurrent ? again(0) : DONE;
}

/** `14 objects accepted by the cluster: 3 changed, 11 as they were`. */
function inWords(applied: readonly AppliedObject[]): NewDeliveryEvent {
  const count = (change: AppliedObject["change"]) => applied.filter((object) => object.change === change).length;
  const parts = [
    { number: count("created"), words: "new" },
    { number: count("changed"), words: "changed" },
    { number: count("unchanged"), words: "as they were" },
  ].flatMap(({ number, words }) => (number === 0 ? [] : [`${number} ${words}`]));
  const details = { objects: applied.map(({ kind, name, change }) => `${kind} ${name}: ${change}`) };
  const objects = applied.length === 1 ? "1 object" : `${applied.length} objects`;
  return { tone: "good", message: `${objects} accepted by the cluster: ${parts.join(", ")}`, details };
}

/** `Volumes grow while pods keep running: data-ledger-0 from 10Gi to 20Gi`. */
function growthInWords(applied: readonly AppliedObject[]): NewDeliveryEvent[] {
  const grown = applied.flatMap(({ name, grew }) =>
    grew === undefined ? [] : [`${name} from ${grew.from} to ${grew.to}`],
  );
  if (grown.length === 0) return [];
  return [{ tone: "good", message: `Volumes grow while pods keep running: ${grown.join(", ")}` }];
}

function kindsOf(objects: readonly KubernetesObject[]): string[] {
  return [...new Set(objects.map(groupKindOf))].sort();
}
