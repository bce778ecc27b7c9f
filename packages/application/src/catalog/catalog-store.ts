import type {
  Actor,
  ClusterDocument,
  EnvironmentDocument,
  FairleadDocument,
  ResourceDocument,
  ServiceDocument,
  SystemDocument,
  TeamDocument,
  TemplateDocument,
} from "@fairlead/domain";
import type { EntityKind } from "../lookup/lookup-reader.ts";
import type { FitDecision } from "../resource/fit-decision.ts";
import type { CatalogNames } from "./catalog-names.ts";

export const SOURCES = ["portal", "repository"] as const;
/** Where the truth about a service lies: only there it is changed. */
export type Source = (typeof SOURCES)[number];

/** A document that is in the catalog now, as it was saved. */
export interface StoredDocument {
  /** JSON, as it came. Compared, never trusted to fit today's schema. */
  content: unknown;
  /** The team that owns it, where its kind has an owner. */
  owner?: string;
  /** Services, resources and systems only: counts its changes. */
  version?: number;
  /** Services only. */
  service?: { revision: number; source: Source };
}

/** Writes documents of the catalog, with everything derived from them: ownership, dependencies, search. */
export interface CatalogStore {
  /** One change of the catalog at a time, until the transaction ends. */
  lock(): Promise<void>;
  names(): Promise<CatalogNames>;
  /** What is there of these, by `identityOf`; one question for all. */
  stored(documents: readonly FairleadDocument[]): Promise<ReadonlyMap<string, StoredDocument>>;
  saveTeam(document: TeamDocument): Promise<void>;
  saveSystems(documents: readonly SystemDocument[]): Promise<void>;
  saveResources(documents: readonly ResourceDocument[]): Promise<void>;
  /** Each as the revision that it becomes. */
  saveServices(
    services: readonly { document: ServiceDocument; revision: number }[],
    by: Actor,
    change: { reason: string; source: Source },
  ): Promise<void>;
  /** Keeps what was decided about whether something belongs on Kubernetes. It has been saved before. */
  addFitDecisions(
    entity: { kind: EntityKind; name: string },
    decisions: readonly FitDecision[],
    by: Actor,
  ): Promise<void>;
  /** Publishes a version; it never changes afterwards. */
  addTemplate(document: TemplateDocument, by: Actor, written?: { source: string; note: string }): Promise<void>;
  saveEnvironment(document: EnvironmentDocument): Promise<void>;
  saveCluster(document: ClusterDocument): Promise<void>;
}
