import type {
  ClusterDocument,
  EnvironmentDocument,
  FairleadDocument,
  ServiceDocument,
  TemplateDocument,
} from "@fairlead/domain";
import type { Callee, RenderingFacts } from "../catalog/catalog-reader.ts";

/** What ships with Fairlead and stands for what no document declares. */
export interface ShippedDocuments {
  templates: readonly TemplateDocument[];
  environments: readonly EnvironmentDocument[];
}

/** A catalog that is nothing but documents: what a server would know if just these had been applied to it. */
export interface OfflineCatalog {
  documents: readonly FairleadDocument[];
  /** In order. */
  environments: EnvironmentDocument[];
  templates: TemplateDocument[];
  template(reference: string): TemplateDocument | undefined;
}

/** Declared documents, and those of a fresh installation for the templates and environments that nobody declares. */
export function offlineCatalog(documents: readonly FairleadDocument[], shipped: ShippedDocuments): OfflineCatalog {
  const declared = documents.filter((document) => document.kind === "Environment");
  const names = new Set(declared.map(({ metadata }) => metadata.name));
  const environments = [...declared, ...shipped.environments.filter(({ metadata }) => !names.has(metadata.name))];
  const templates = [...shipped.templates, ...documents.filter((document) => document.kind === "Template")];
  const byReference = new Map(
    templates.map((document) => [`${document.metadata.name}@${document.metadata.version}`, document]),
  );
  return {
    documents,
    environments: environments.sort((a, b) => a.spec.order - b.spec.order),
    templates: [...byReference.values()],
    template: (reference) => byReference.get(reference),
  };
}

/** What rendering a service needs, from documents alone. Namespaces are those that a first delivery would choose. */
export function offlineFacts(catalog: OfflineCatalog, service: ServiceDocument): RenderingFacts {
  const { documents, environments } = catalog;
  const owner = documents.find(({ kind, metadata }) => kind === "Team" && metadata.name === service.spec.owner);
  const clusters = new Set(environments.flatMap(({ spec }) => spec.placements.map(({ cluster }) => cluster)));
  return {
    owner: { team: service.spec.owner, groups: owner?.kind === "Team" ? (owner.spec.groups ?? []) : [] },
    services: documents
      .filter((document) => document.kind === "Service")
      .map((document): Callee => {
        const template = catalog.template(document.spec.template ?? "");
        return template === undefined ? { document } : { document, template };
      }),
    resources: documents.filter((document) => document.kind === "Resource"),
    places: [],
    // Documents hold none: a terminal vets as if there were none.
    exceptions: [],
    clusters: [...clusters].map((name) => ({
      name,
      clusterDomain: clusterNamed(documents, name)?.spec.clusterDomain ?? "cluster.local",
      environments: environments
        .filter(({ spec }) => spec.placements.some(({ cluster }) => cluster === name))
        .map(({ metadata }) => metadata.name),
    })),
  };
}

function clusterNamed(documents: readonly FairleadDocument[], name: string): ClusterDocument | undefined {
  return documents
    .filter((document) => document.kind === "Cluster")
    .find((document) => document.metadata.name === name);
}
