import type { Contact, DeliveryState, HealthState, Link, ServiceDocument, SyncState } from "@fairlead/domain";
import type { Gap } from "@fairlead/manifests";
import type { GroupKind } from "../delivery/cluster-port.ts";

export interface OwnerView {
  team: string;
  title: string;
  contacts: Contact[];
}

/** How a service is on one cluster, as last seen. */
export interface DestinationView {
  id: string;
  environment: string;
  cluster: string;
  namespace: string;
  health: HealthState;
  healthReason: string;
  healthSince: Date;
  sync: SyncState;
  readyReplicas: number;
  wantedReplicas: number;
  serving?: { number: number; image: string; at: Date };
  delivery?: { id: string; state: DeliveryState; reason: string; release: number; image: string };
  observedAt?: Date;
  unreachableSince?: Date;
  simulated: boolean;
  /** What was declared and could not be given there, as it was rendered last. */
  gaps: Gap[];
}

export interface ServiceListItem {
  name: string;
  title: string;
  description: string;
  owner: { team: string; title: string };
  system?: string;
  tier?: number;
  lifecycle?: string;
  managed: boolean;
  template?: string;
  environments: { environment: string; health: HealthState; image?: string; observedAt?: Date; deployedAt?: Date }[];
}

/** What a service calls, and whether the catalog knows it. */
export interface NeedView {
  kind: "service" | "resource" | "external";
  name: string;
  /** By name, or as a number for an external host. */
  port?: string;
  optional: boolean;
  /** Missing for external hosts, and for what nobody declared. */
  owner?: { team: string; title: string };
}

export interface ServiceView {
  name: string;
  title: string;
  description: string;
  owner: OwnerView;
  links: Link[];
  system?: string;
  tier?: number;
  lifecycle?: string;
  managed: boolean;
  source: "portal" | "repository";
  revision: number;
  document: ServiceDocument;
  /** In the order of the environments. */
  destinations: DestinationView[];
  needs: NeedView[];
  /** Services that call it. */
  calledBy: string[];
}

export interface ReleaseView {
  number: number;
  revision: number;
  template: string;
  image: string;
  digest?: string;
  digestReason: string;
  commit?: string;
  by: string;
  at: Date;
}

export interface RevisionView {
  number: number;
  author?: string;
  reason: string;
  at: Date;
  document: ServiceDocument;
}

export interface ServiceListQuery {
  /** Part of a name, title or description. */
  text?: string;
  teams?: readonly string[];
  notHealthy?: boolean;
  /** The name that the page before ended with. */
  after?: string;
  limit: number;
}

/** What was rendered for a place, and from what. */
export interface StoredRendering {
  cluster: string;
  namespace: string;
  release: number;
  revision: number;
  /** `name@version`. */
  template: string;
  /** As it was rendered: with its digest where that was known. */
  image: string;
  content: unknown;
}

export interface Place {
  service: string;
  environment: string;
  cluster: string;
}

export interface ServiceReader {
  list(query: ServiceListQuery): Promise<{ items: ServiceListItem[]; total: number; next?: string }>;
  get(name: string): Promise<ServiceView | undefined>;
  releases(name: string, limit: number): Promise<ReleaseView[]>;
  revisions(name: string, limit: number): Promise<RevisionView[]>;
  revision(name: string, number: number): Promise<RevisionView | undefined>;
  /** What was last rendered for a place: guarded objects first. */
  rendering(query: { service: string; environment: string; cluster?: string }): Promise<StoredRendering | undefined>;
  /** Where deliveries of these services wrote objects of a kind, named as pruning remembers it. */
  placesWith(kind: GroupKind, services: readonly string[]): Promise<Place[]>;
  /** What was last written to a place, or may have been: not what was never begun, nor what its cluster refused. */
  brought(query: Place): Promise<StoredRendering | undefined>;
}
