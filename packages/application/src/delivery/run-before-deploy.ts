import { type KubernetesObject, type Serving, serving, servingNeeds } from "@fairlead/domain";
import { isBeforeDeploy, stamp } from "@fairlead/manifests";
import type { StepAttempt, StepTurn } from "./before-deploy-store.ts";
import type { ClusterPort } from "./cluster-port.ts";
import type { DeliverDeps } from "./deliver-deps.ts";
import type { DeliveryTask } from "./delivery-store.ts";
import { again, DONE, type Next } from "./next.ts";

const LOOK_MS = 1000;
const WAIT_MS = 3000;

/** What there is to do before a deploy: nothing more, wait, or write these objects first. */
export type BeforeDeploy =
  | { do: "go on" }
  | { do: "wait"; next: Next }
  | { do: "write"; step: StepAttempt; objects: KubernetesObject[] };

type StepDeps = Pick<DeliverDeps, "deliveries" | "steps">;

/**
 * Looks how far the step before the deploy is. It must have succeeded once for the release in the environment before
 * anything else of the release is written; one that failed leaves what runs as it is. Writes nothing to the cluster.
 */
export async function runBeforeDeploy(deps: StepDeps, cluster: ClusterPort, task: DeliveryTask): Promise<BeforeDeploy> {
  const { id, release, rendering, service } = task;
  const declared = rendering.objects.filter(isBeforeDeploy);
  if (declared.length === 0) return { do: "go on" };
  const { withinSeconds } = servingNeeds(declared);
  const turn = await deps.steps.takeTurn(id, withinSeconds);
  if (turn.state === "succeeded") return { do: "go on" };
  if (turn.state === "busy" && turn.isHere) await settleForgotten(deps, cluster, task, turn);
  if (turn.state !== "mine") return { do: "wait", next: await notMyTurn(deps, task, turn) };

  const { step } = turn;
  const objects = stamp(rendering, { release, attempt: step.attempt }).objects.filter(isBeforeDeploy);
  const job = objects.find(({ kind }) => kind === "Job");
  const run = await lookAt(cluster, task, ({ metadata }) => metadata.name === job?.metadata.name);
  if (run === undefined) {
    // With the account that its pods use, which is the service's own.
    const account = rendering.objects.filter(
      ({ kind, metadata }) => kind === "ServiceAccount" && metadata.name === service,
    );
    return { do: "write", step, objects: [...account, ...objects] };
  }
  const { health, serves, isLost } = run;
  if (serves) {
    await deps.steps.settle(step, { state: "succeeded" });
    const done = { tone: "good", message: "The step before the deploy is done", once: "before done" } as const;
    await deps.deliveries.advance(id, task.number, { state: task.state, reason: "", events: [done] });
    return { do: "go on" };
  }
  if (isLost) {
    await deps.steps.settle(step, { state: "failed", reason: health.reason });
    return { do: "wait", next: await fail(deps, task, `The step before the deploy failed: ${health.reason}`) };
  }
  const reason = asSentence(`Runs the step before the deploy: ${health.reason}`);
  return { do: "wait", next: await wait(deps, task, { reason, afterMs: LOOK_MS }) };
}

/** A step that the cluster refused was never begun: no later release waits for it. */
export async function settleRefused(
  { steps }: Pick<StepDeps, "steps">,
  cluster: ClusterPort,
  task: DeliveryTask,
  { step, objects, reason }: { step: StepAttempt; objects: readonly KubernetesObject[]; reason: string },
): Promise<void> {
  const name = objects.find(({ kind }) => kind === "Job")?.metadata.name;
  const run = await lookAt(cluster, task, ({ metadata }) => metadata.name === name);
  if (run === undefined) await steps.settle(step, { state: "failed", reason });
}

/** A run as the cluster shows it; `undefined` where it is not there. */
async function lookAt(
  cluster: ClusterPort,
  { namespace, rendering }: DeliveryTask,
  isMeant: (job: KubernetesObject) => boolean,
): Promise<Serving | undefined> {
  const declared = rendering.objects.filter(isBeforeDeploy);
  const instance = declared[0]?.metadata.labels?.["app.kubernetes.io/instance"] ?? "";
  const observed = await cluster.observe({ namespace, service: instance, kind: "Job" });
  const workloads = observed.workloads.filter(isMeant);
  return workloads.length === 0 ? undefined : serving({ ...observed, workloads }, servingNeeds(declared));
}

/** The step of a release that this one took the place of: nobody else looks any more how it ended. */
async function settleForgotten(
  { steps }: StepDeps,
  cluster: ClusterPort,
  task: DeliveryTask,
  { step, release }: Extract<StepTurn, { state: "busy" }>,
): Promise<void> {
  const run = await lookAt(cluster, task, ({ metadata }) => metadata.annotations?.["fairlead.dev/release"] === release);
  if (run?.serves) await steps.settle(step, { state: "succeeded" });
  else if (run?.isLost) await steps.settle(step, { state: "failed", reason: run.health.reason });
}

function notMyTurn(deps: StepDeps, task: DeliveryTask, turn: Exclude<StepTurn, { state: "mine" | "succeeded" }>) {
  switch (turn.state) {
    case "failed":
      return fail(deps, task, `The step before the deploy failed on ${turn.cluster}: ${turn.reason}`);
    case "elsewhere":
      return wait(deps, task, {
        reason: `Waits for the step before the deploy, on ${turn.cluster}.`,
        afterMs: WAIT_MS,
      });
    case "busy": {
      const until = turn.until.toISOString().slice(11, 16);
      const reason = `Waits for the step of ${turn.release} on ${turn.cluster} to end, at ${until} UTC at the latest.`;
      return wait(deps, task, { reason, afterMs: WAIT_MS });
    }
  }
}

async function fail({ deliveries }: StepDeps, { id, number }: DeliveryTask, why: string): Promise<Next> {
  const reason = `${asSentence(why)} What runs stays as it is.`;
  await deliveries.advance(id, number, { state: "failed", reason, events: [{ tone: "bad", message: reason }] });
  return DONE;
}

async function wait(
  { deliveries }: StepDeps,
  { id, number, state }: DeliveryTask,
  { reason, afterMs }: { reason: string; afterMs: number },
): Promise<Next> {
  return (await deliveries.advance(id, number, { state, reason })) ? again(afterMs) : DONE;
}

/** What a cluster says has a full stop or not. */
function asSentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
