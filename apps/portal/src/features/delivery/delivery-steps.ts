import type { DeliveryState } from "@fairlead/domain";
import type { DeliveryView } from "./delivery-view.ts";

export type StepState = "done" | "now" | "next" | "failed";

export interface DeliveryStep {
  key: "accepted" | "before" | "applied" | "serves";
  title: string;
  state: StepState;
  /** RFC 3339, where it is known. */
  at?: string | undefined;
}

/** How many of the three steps that every delivery has are behind a delivery in this state. */
const BEHIND = {
  queued: 1,
  applying: 1,
  verifying: 2,
  succeeded: 3,
  failed: 1,
  superseded: 1,
} as const satisfies Record<DeliveryState, number>;

/** The way of a delivery: what is done, what is under way, what comes. */
export function deliverySteps(delivery: DeliveryView): DeliveryStep[] {
  const { state, cluster, readyReplicas, wantedReplicas, createdAt, startedAt, endedAt } = delivery;
  const behind = state === "failed" && delivery.wantedReplicas > 0 ? 2 : BEHIND[state];
  const before = beforeStep(delivery);
  const held = before !== undefined && before.state !== "done";
  const stateOf = (place: number): StepState => {
    if (held && place > 0) return "next";
    if (place < behind) return "done";
    if (state === "failed") return place === behind ? "failed" : "next";
    return place === behind && state !== "queued" && state !== "superseded" ? "now" : "next";
  };
  const pods = wantedReplicas === 1 ? "1 pod" : `${wantedReplicas} pods`;
  const serving =
    state === "verifying" ? `${readyReplicas} of ${pods} serve` : wantedReplicas > 0 ? `Serves with ${pods}` : "Serves";
  return [
    { key: "accepted", title: "Release made and checked", state: stateOf(0), at: createdAt },
    ...(before === undefined ? [] : [before]),
    {
      key: "applied",
      title: `Objects written to ${cluster}`,
      state: stateOf(1),
      at: behind > 1 ? startedAt : undefined,
    },
    { key: "serves", title: serving, state: stateOf(2), at: behind > 2 ? endedAt : undefined },
  ];
}

/** The step that the release takes before anything else of it is written; on several clusters, one runs it for all. */
function beforeStep({ beforeDeploy, state, cluster }: DeliveryView): DeliveryStep | undefined {
  if (beforeDeploy === undefined) return undefined;
  const where = beforeDeploy.cluster === cluster ? "" : `, on ${beforeDeploy.cluster}`;
  const title = `Step before the deploy${where}`;
  switch (beforeDeploy.state) {
    case "succeeded":
      return { key: "before", title, state: "done", at: beforeDeploy.endedAt };
    case "failed":
      return { key: "before", title, state: "failed" };
    case "running":
      return { key: "before", title, state: state === "failed" ? "failed" : state === "superseded" ? "next" : "now" };
  }
}
