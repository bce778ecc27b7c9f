import type { DeliveryState, Exception } from "@fairlead/domain";
import type { Rendering } from "@fairlead/manifests";
import type { ClusterReference, GroupKind } from "./cluster-port.ts";
import type { EventTone } from "./delivery-reader.ts";

/** What a worker needs to bring one release to one destination. */
export interface DeliveryTask {
  id: string;
  /** The fence: whoever writes for this delivery names the number under which it works. */
  number: bigint;
  state: DeliveryState;
  reason: string;
  /** How often it was tried in vain. */
  attempt: number;
  /** When the present attempt began. */
  startedAt?: Date;
  service: string;
  environment: string;
  namespace: string;
  /** Such as `checkout-12`. */
  release: string;
  /** What deliveries wrote to this place so far. */
  kinds: readonly GroupKind[];
  rendering: Rendering;
  /** The exceptions that the rendering relies on, by number, and all of the service that may hold. */
  reliesOn: readonly number[];
  exceptions: readonly Exception[];
  cluster: ClusterReference & {
    unreachableReason?: string;
    /** What it waits for while it is being prepared. */
    preparation?: string;
  };
}

/** What people will read. `once` is said a single time in a delivery, however often it is found to be so. */
export interface NewDeliveryEvent {
  tone: EventTone;
  message: string;
  once?: string;
  details?: Record<string, unknown>;
}

export interface DeliveryProgress {
  state: DeliveryState;
  /** Why it is in that state, as a sentence; empty where the state says it. */
  reason: string;
  replicas?: { ready: number; wanted: number };
  /** Counts as tried in vain. */
  failedAttempt?: boolean;
  events?: readonly NewDeliveryEvent[];
}

/**
 * Deliveries on their way. Everything is idempotent: a worker may die after any call, and another one goes on. Each
 * change names the number that the worker holds; where a newer delivery or another worker has taken over, nothing is
 * written and the answer is `false`.
 */
export interface DeliveryStore {
  /** `undefined` where it has ended or is unknown. */
  find(id: string): Promise<DeliveryTask | undefined>;
  /** A new attempt, with the number that holds in the cluster from now on. */
  begin(id: string, held: bigint, number: bigint): Promise<boolean>;
  /** Moves on, with its events. An end is final; a success is what the place serves from now on. */
  advance(id: string, held: bigint, progress: DeliveryProgress): Promise<boolean>;
  /** What deliveries wrote to this place: widened before they write, narrowed after they pruned. */
  rememberKinds(id: string, held: bigint, kinds: readonly GroupKind[]): Promise<boolean>;
}
