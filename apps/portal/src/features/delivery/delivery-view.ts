import type { DeliveryState } from "@fairlead/domain";
import type { Tone } from "@fairlead/ui";

/** Bringing one release to one cluster, as the API tells it. */
export interface DeliveryView {
  id: string;
  service: string;
  cluster: string;
  state: DeliveryState;
  /** Why it is in that state; empty where the state says it. */
  reason: string;
  readyReplicas: number;
  wantedReplicas: number;
  createdAt: string;
  startedAt?: string | undefined;
  endedAt?: string | undefined;
  /** The step before the deploy, once it was begun. */
  beforeDeploy?:
    | { state: "running" | "succeeded" | "failed"; cluster: string; startedAt: string; endedAt?: string | undefined }
    | undefined;
  simulated: boolean;
  clusterUnreachableSince?: string | undefined;
  /** What the cluster waits for while it is being prepared. */
  clusterPreparation?: string | undefined;
  pods: readonly { name: string; health: string; reason: string }[];
}

/** One thing that happened on the way. */
export interface DeliveryEventView {
  id: string;
  at: string;
  tone: Tone;
  message: string;
  /** Left out where all events are of one cluster. */
  cluster?: string | undefined;
}
