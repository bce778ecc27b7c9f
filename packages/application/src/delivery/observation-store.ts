import type { HealthState, KubernetesObject, Profile, ServingNeeds } from "@fairlead/domain";
import type { ClusterReference } from "./cluster-port.ts";

/** How a destination is, as it was just seen. */
export interface DestinationSighting {
  health: HealthState;
  reason: string;
  ready: number;
  wanted: number;
}

/** Where a managed namespace belongs, by its cluster. */
export interface KnownDestination {
  id: string;
  serviceId: string;
  service: string;
  environment: string;
  namespace: string;
  needs: ServingNeeds;
}

/** An object that was seen, with what is kept of it. */
export interface Sighting {
  object: KubernetesObject;
  serviceId?: string;
  environment?: string;
  health: HealthState;
  reason: string;
  identifiers: readonly string[];
}

/** What clusters look like, as far as Postgres keeps it: what people see when a cluster is away. */
export interface ObservationStore {
  /** Those that can be asked; not those that are still being prepared. */
  clusters(): Promise<ClusterReference[]>;
  /** It answered: deliveries that waited for it are woken. */
  reached(cluster: string, version: string): Promise<void>;
  /** What it offers, as of now. */
  discovered(cluster: string, found: { profile: Profile; notes: readonly string[] }): Promise<void>;
  /** It did not. Since when is kept from the first time on. */
  unreachable(cluster: string, reason: string): Promise<void>;
  destinations(cluster: string): Promise<KnownDestination[]>;
  saw(cluster: string, sightings: readonly Sighting[]): Promise<void>;
  gone(cluster: string, uids: readonly string[]): Promise<void>;
  /** After a full list of a kind: what is not among these has gone while nobody looked. */
  goneExcept(cluster: string, kind: string, uids: ReadonlySet<string>): Promise<void>;
  sighted(destinationId: string, sighting: DestinationSighting): Promise<void>;
  /** Drops what has been gone for 30 days. */
  forgetGone(cluster: string): Promise<void>;
}
