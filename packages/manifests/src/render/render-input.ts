import type {
  EnvironmentDocument,
  Port,
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

/** What a cluster offers, discovered or as a file. Nothing is rendered that it would refuse. */
export interface Profile {
  name: string;
  /** Such as `1.36`. */
  kubernetes: string;
  /** `group/version/Kind` beyond what every cluster has. */
  apis: readonly string[];
  gateways: readonly Gateway[];
  /** Whether the network plug-in knows host names in rules. */
  fqdnRules: boolean;
}

/** The platform's way in, with the hosts that it serves (`*.example.com`). */
export interface Gateway {
  name: string;
  namespace: string;
  hosts: readonly string[];
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
}
