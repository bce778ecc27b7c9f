import type { DeliveryState } from "@fairlead/domain";

export const STEP_STATES = ["running", "succeeded", "failed"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Bringing one release to one cluster. */
export interface DeliveryView {
  id: string;
  service: string;
  environment: string;
  cluster: string;
  namespace: string;
  release: number;
  image: string;
  state: DeliveryState;
  reason: string;
  readyReplicas: number;
  wantedReplicas: number;
  by: string;
  createdAt: Date;
  startedAt?: Date;
  endedAt?: Date;
  simulated: boolean;
  /** The step before the deploy, once it was begun. Where there are several clusters, it runs on one of them. */
  beforeDeploy?: { state: StepState; cluster: string; startedAt: Date; endedAt?: Date };
  clusterUnreachableSince?: Date;
  /** While the cluster is being prepared. */
  clusterPreparation?: string;
}

export const EVENT_TONES = ["good", "moving", "bad", "warn", "quiet"] as const;
export type EventTone = (typeof EVENT_TONES)[number];

/** One thing that happened on the way, as people read it. */
export interface DeliveryEventView {
  /** Rising. */
  id: string;
  at: Date;
  tone: EventTone;
  message: string;
  details: Record<string, unknown>;
}

/** A pod as last seen in a destination's namespace. */
export interface PodView {
  name: string;
  health: string;
  reason: string;
}

export interface DeliveryReader {
  get(id: string): Promise<DeliveryView | undefined>;
  /** The deliveries that the same deploy began, this one among them, in the order of their clusters. */
  siblings(id: string): Promise<DeliveryView[]>;
  events(id: string, after: string | undefined, limit: number): Promise<DeliveryEventView[]>;
  ofService(service: string, limit: number): Promise<DeliveryView[]>;
  pods(id: string): Promise<PodView[]>;
}
