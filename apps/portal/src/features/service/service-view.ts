import type { Contact, DeliveryState, HealthState } from "@fairlead/domain";

/*
 * What the screens of a service show. Smaller than what the API answers, and fitting it, so that an answer can be
 * handed over as it is.
 */

export interface OwnerView {
  team: string;
  title: string;
  contacts: readonly Contact[];
}

export interface LinkView {
  kind: "runbook" | "dashboard" | "docs" | "repository" | "chat" | "other";
  title: string;
  url: string;
}

/** What was declared and a cluster cannot give. */
export interface GapView {
  what: string;
  because: string;
  remedy: string;
}

/** How a service is on one cluster, as last seen. */
export interface DestinationView {
  cluster: string;
  health: HealthState;
  healthReason: string;
  readyReplicas: number;
  wantedReplicas: number;
  serving?: { version: string; at: string } | undefined;
  delivery?: { id: string; state: DeliveryState; version: string } | undefined;
  observedAt?: string | undefined;
  unreachableSince?: string | undefined;
  simulated: boolean;
  gaps: readonly GapView[];
}

/** An environment in which it runs, or is meant to run. */
export interface PlaceView {
  environment: string;
  title: string;
  health: HealthState;
  destinations: readonly DestinationView[];
}

/** A service in a list. */
export interface ServiceRowView {
  name: string;
  title: string;
  description: string;
  owner: { team: string; title: string };
  tier?: number | undefined;
  managed: boolean;
  environments: readonly {
    environment: string;
    health: HealthState;
    version?: string | undefined;
    deployedAt?: string | undefined;
  }[];
}
