import type { Actor, FairleadDocument } from "@fairlead/domain";
import type { CatalogStore, Source, StoredDocument } from "./catalog-store.ts";
import { identityOf } from "./identity-of.ts";

/**
 * Saves documents that have been checked, in the order in which they refer to one another. What there are many of is
 * saved in bulk; the platform's own documents are few.
 */
export async function saveDocuments(
  catalog: CatalogStore,
  actor: Actor,
  documents: readonly FairleadDocument[],
  stored: ReadonlyMap<string, StoredDocument>,
  change: { reason: string; source: Source },
): Promise<void> {
  for (const team of documents.filter((document) => document.kind === "Team")) await catalog.saveTeam(team);
  for (const cluster of documents.filter((document) => document.kind === "Cluster")) await catalog.saveCluster(cluster);
  for (const environment of documents.filter((document) => document.kind === "Environment"))
    await catalog.saveEnvironment(environment);
  for (const template of documents.filter((document) => document.kind === "Template"))
    await catalog.addTemplate(template, actor);
  await catalog.saveSystems(documents.filter((document) => document.kind === "System"));
  await catalog.saveResources(documents.filter((document) => document.kind === "Resource"));
  const services = documents
    .filter((document) => document.kind === "Service")
    .map((document) => ({ document, revision: (stored.get(identityOf(document))?.service?.revision ?? 0) + 1 }));
  await catalog.saveServices(services, actor, change);
}
