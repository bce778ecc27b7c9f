import type {
  Actor,
  ClusterDocument,
  EnvironmentDocument,
  ResourceDocument,
  ServiceDocument,
  SystemDocument,
  TeamDocument,
  TemplateDocument,
} from "@fairlead/domain";

export const SAVED = ["created", "updated", "unchanged"] as const;
export type Saved = (typeof SAVED)[number];

/** Names that a document may refer to. */
export interface CatalogNames {
  teams: Set<string>;
  systems: Set<string>;
  services: Set<string>;
  resources: Set<string>;
  environments: Set<string>;
  clusters: Set<string>;
  /** `name@version`. */
  templates: Set<string>;
}

export interface SavedService {
  saved: Saved;
  revision: number;
}

/** Writes documents of the catalog, with everything derived from them: ownership, dependencies, search. */
export interface CatalogStore {
  /** One change of the catalog at a time, until the transaction ends. */
  lock(): Promise<void>;
  names(): Promise<CatalogNames>;
  findService(
    name: string,
  ): Promise<
    { document: ServiceDocument; revision: number; source: "portal" | "repository"; team: string } | undefined
  >;
  saveTeam(document: TeamDocument): Promise<Saved>;
  saveSystem(document: SystemDocument): Promise<Saved>;
  saveResource(document: ResourceDocument): Promise<Saved>;
  saveService(
    document: ServiceDocument,
    by: Actor,
    options: { reason: string; source: "portal" | "repository" },
  ): Promise<SavedService>;
  /** `undefined` where the version is there already with other content: published versions never change. */
  saveTemplate(document: TemplateDocument, by: Actor): Promise<Saved | undefined>;
  saveEnvironment(document: EnvironmentDocument): Promise<Saved>;
  saveCluster(document: ClusterDocument): Promise<Saved>;
}
