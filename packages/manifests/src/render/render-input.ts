import type {
  EnvironmentDocument,
  ExceptionInForce,
  Port,
  Profile,
  ResourceAddress,
  ServiceDocument,
  TeamRole,
  TemplateDocument,
  Tier,
} from "@fairlead/domain";

/** Where a rendering goes: one cluster and the namespace that was chosen once. */
export interface Destination {
  cluster: string;
  namespace: string;
  /** Such as `cluster.local`. */
  clusterDomain: string;
}

/** A service that is called, as the catalog knows it for this environment and cluster. */
export interface ServiceAddress {
  /** Where it is, or where it would be. */
  namespace: string;
  ports: readonly Port[];
  /** Why nobody answers there, such as `is not declared`. */
  missing?: string;
  /** Why this caller may not call it, such as `is for nobody to call`. A matter of vetting: rendering does not look. */
  refuses?: string;
}

/** The part of the catalog that a rendering needs, as it is now. */
export interface Refs {
  team: string;
  tier: Tier;
  /** The portal's page of the service: where its owner and contacts are found. */
  contact: string;
  /** Identity-provider groups of the owner. */
  groups: readonly { name: string; role: TeamRole }[];
  services: Readonly<Record<string, ServiceAddress>>;
  resources: Readonly<Record<string, ResourceAddress>>;
}

/** Everything that a rendering depends on. Equal input gives byte-identical manifests. */
export interface RenderInput {
  service: ServiceDocument;
  image: string;
  template: TemplateDocument;
  environment: EnvironmentDocument;
  destination: Destination;
  profile: Profile;
  refs: Refs;
  /** Those that hold for this service in this environment now. What the baseline sets changes by these alone. */
  exceptions: readonly ExceptionInForce[];
}
