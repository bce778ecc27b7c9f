import type { Contact, HealthState, Link } from "@fairlead/domain";

export interface LookupOwner {
  team: string;
  title: string;
  contacts: Contact[];
}

/** Something owned that was found by one of its names. */
export interface LookupHit {
  kind: "Service" | "Resource" | "System";
  name: string;
  title: string;
  tier?: number;
  lifecycle?: string;
  links: Link[];
  owner: LookupOwner;
  health: { environment: string; health: HealthState }[];
}

/** An object that was seen in a cluster, running or gone. */
export interface SeenObject {
  kind: string;
  name: string;
  namespace: string;
  cluster: string;
  environment?: string;
  /** The service that it belongs to. */
  service?: string;
  observedAt: Date;
  goneAt?: Date;
}

export interface LookupSuggestion {
  kind: "Service" | "Resource" | "System" | "Team";
  name: string;
  title: string;
  owner: string;
}

/** Finds by exact names, in as few questions as possible. All of it comes from Postgres: no cluster is asked. */
export interface LookupReader {
  /** Entities by name. */
  entities(names: readonly string[]): Promise<LookupHit[]>;
  teams(names: readonly string[]): Promise<(LookupOwner & { links: Link[] })[]>;
  /** Names of services that declare one of these hosts. */
  servicesByHost(hosts: readonly string[]): Promise<{ host: string; service: string }[]>;
  /** By name, namespace, or a further identifier such as an image or an address. */
  seen(identifiers: readonly string[]): Promise<SeenObject[]>;
  /** Services whose namespace is one of these. */
  namespaces(
    names: readonly string[],
  ): Promise<{ namespace: string; cluster: string; environment: string; service: string }[]>;
  /** Services that declare an image of one of these repositories. */
  servicesByImage(repositories: readonly string[]): Promise<{ repository: string; service: string }[]>;
  suggest(text: string, limit: number): Promise<LookupSuggestion[]>;
}
