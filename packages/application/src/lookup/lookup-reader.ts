import type { Contact, HealthState, Link, TeamRole } from "@fairlead/domain";

export interface LookupOwner {
  team: string;
  title: string;
  /** Those of the thing itself first, then its team's. */
  contacts: Contact[];
}

export const ENTITY_KINDS = ["Service", "Resource", "System"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Something owned that was found by one of its names. */
export interface LookupHit {
  kind: EntityKind;
  name: string;
  title: string;
  tier?: number;
  lifecycle?: string;
  links: Link[];
  owner: LookupOwner;
  /** Where it runs, in the order of the environments, with the moment of the last look. */
  health: { environment: string; cluster: string; health: HealthState; reason: string; observedAt?: Date }[];
  /** Services that need it: what is hit with it. */
  dependents: string[];
  /** The last thing that somebody did to it. */
  lastChange?: { at: Date; by: string; summary: string };
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

/** Whose a mail address or a channel is: a team's own, one thing's, or a person's with their team. */
export type ContactOwner =
  | { contact: string; of: "team"; team: string }
  | { contact: string; of: "entity"; kind: EntityKind; name: string }
  | { contact: string; of: "person"; person: string; team: string; role: TeamRole };

export interface LookupSuggestion {
  kind: EntityKind | "Team";
  name: string;
  title: string;
  owner: string;
}

/** Finds by exact names, in as few questions as possible. All of it comes from Postgres: no cluster is asked. */
export interface LookupReader {
  entities(names: readonly string[]): Promise<LookupHit[]>;
  teams(names: readonly string[]): Promise<LookupOwner[]>;
  /** Services that declare one of these hosts, resources that are reached under one. */
  byHost(hosts: readonly string[]): Promise<{ host: string; kind: EntityKind; name: string }[]>;
  byContact(contacts: readonly string[]): Promise<ContactOwner[]>;
  /** By name, or a further identifier such as an image or an address; what runs before what is gone. */
  seen(identifiers: readonly string[]): Promise<SeenObject[]>;
  /** Services whose namespace is one of these. */
  namespaces(
    names: readonly string[],
  ): Promise<{ namespace: string; cluster: string; environment: string; service: string }[]>;
  /** Services that declare, or were released with, an image of one of these repositories. */
  servicesByImage(repositories: readonly string[]): Promise<{ repository: string; service: string }[]>;
  /** Names that begin with the text, then names and titles that are like it. */
  suggest(text: string, limit: number): Promise<LookupSuggestion[]>;
}
