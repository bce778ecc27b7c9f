import type {
  EnvironmentDocument,
  Exception,
  Profile,
  ResourceDocument,
  ServiceDocument,
  TeamDocument,
  TeamRole,
  TemplateDocument,
} from "@fairlead/domain";

export interface TeamView {
  name: string;
  title: string;
  description: string;
  services: number;
  document: TeamDocument;
}

/** Where a service already is on a cluster, or where it would be. */
export interface KnownPlace {
  service: string;
  environment: string;
  cluster: string;
  namespace: string;
}

/** A service that is called. Without a template it is in the catalog only. */
export interface Callee {
  document: ServiceDocument;
  template?: TemplateDocument;
}

/** What rendering one service needs of the catalog, in one look. */
export interface RenderingFacts {
  owner: { team: string; groups: { name: string; role: TeamRole }[] };
  /** The services that are called, as they are declared now. */
  services: Callee[];
  resources: ResourceDocument[];
  /** Of the service and of those it calls. */
  places: KnownPlace[];
  /** Of the service, those that were approved and that nobody ended; which of them hold depends on the moment. */
  exceptions: readonly Exception[];
  /** By name, with the environments that lie on each. */
  clusters: { name: string; clusterDomain: string; profile?: Profile; environments: string[] }[];
}

export interface CatalogReader {
  teams(): Promise<TeamView[]>;
  /** The newest version of each. */
  templates(): Promise<TemplateDocument[]>;
  /** By its numbers, not by when it was published; undefined where there is no such template. */
  newestVersion(name: string): Promise<string | undefined>;
  template(name: string, version: string): Promise<TemplateDocument | undefined>;
  environments(): Promise<EnvironmentDocument[]>;
  renderingFacts(query: {
    team: string;
    service: string;
    calls: string[];
    resources: string[];
    clusters: string[];
  }): Promise<RenderingFacts>;
}
