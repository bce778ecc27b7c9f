import type { DeliveryState, HealthState, KubernetesObject } from "@fairlead/domain";
import type { Rendering } from "@fairlead/manifests";
import type { EventTone } from "./delivery-reader.ts";

/** What a worker needs to bring one release to one destination. */
export interface DeliveryTask {
  id: string;
  destinationId: string;
  service: string;
  environment: string;
  cluster: string;
  namespace: string;
  /** Such as `checkout-12`. */
  release: string;
  releaseId: string;
  number: bigint;
  state: DeliveryState;
  attempt: number;
  createdAt: Date;
  /** Kinds that earlier deliveries wrote there, as `Kind.group`. */
  kinds: string[];
  rendering: Rendering;
}

export interface DeliveryProgress {
  state?: DeliveryState;
  /** Why it is in that state, as a sentence. */
  reason?: string;
  ready?: number;
  wanted?: number;
  number?: bigint;
}

export interface DeliveryEvent {
  tone: EventTone;
  message: string;
  details?: Record<string, unknown>;
}

/** How a destination is, as it was just seen. */
export interface DestinationSighting {
  health: HealthState;
  reason: string;
  ready: number;
  wanted: number;
}

/** Deliveries on their way. Everything is idempotent: a worker may die after any call, and another one goes on. */
export interface DeliveryStore {
  /** `undefined` where it has ended or is unknown. */
  find(id: string): Promise<DeliveryTask | undefined>;
  /** Writes progress and events together; nothing where the delivery has ended meanwhile, which `false` says. */
  advance(id: string, progress: DeliveryProgress, events?: readonly DeliveryEvent[]): Promise<boolean>;
  /** Ends it: the release serves there, and its kinds are what pruning looks at from now on. */
  succeed(
    task: DeliveryTask,
    outcome: { kinds: readonly string[]; sighting: DestinationSighting; event: DeliveryEvent },
  ): Promise<void>;
  rememberKinds(destinationId: string, kinds: readonly string[]): Promise<void>;
}

/** Where a managed namespace belongs, by its cluster. */
export interface KnownDestination {
  id: string;
  serviceId: string;
  service: string;
  environment: string;
  namespace: string;
  minReplicas: number;
  hasService: boolean;
}

/** What clusters look like, as far as Postgres keeps it. */
export interface ObservationStore {
  clusters(): Promise<string[]>;
  reached(cluster: string, found: { version: string; profile: unknown }): Promise<void>;
  /** Keeps the first moment; gives it. */
  unreachable(cluster: string, reason: string): Promise<Date>;
  destinations(cluster: string): Promise<KnownDestination[]>;
  saw(
    cluster: string,
    object: KubernetesObject,
    of: {
      serviceId?: string;
      environment?: string;
      health: HealthState;
      reason: string;
      identifiers: readonly string[];
    },
  ): Promise<void>;
  gone(cluster: string, uid: string): Promise<void>;
  /** After a full list of a kind: what is not among these has gone while nobody looked. */
  goneExcept(cluster: string, kind: string, uids: ReadonlySet<string>): Promise<void>;
  sighted(destinationId: string, sighting: DestinationSighting): Promise<void>;
}
