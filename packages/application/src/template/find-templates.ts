import { documentName, type FairleadDocument, type ServiceDocument, type TemplateDocument } from "@fairlead/domain";
import type { Deps } from "../deps.ts";

/**
 * The templates of services: those among the documents, else those of the catalog. A published version never changes,
 * so this may be asked before a transaction.
 */
export async function findTemplates(
  { read }: Pick<Deps, "read">,
  documents: readonly FairleadDocument[],
): Promise<(service: ServiceDocument) => TemplateDocument | undefined> {
  const found = new Map<string, TemplateDocument>();
  for (const document of documents) {
    if (document.kind === "Template") found.set(documentName(document), document);
  }
  const wanted = new Set(documents.flatMap((each) => (each.kind === "Service" ? (each.spec.template ?? []) : [])));
  for (const reference of wanted) {
    if (found.has(reference)) continue;
    const [name = "", version = ""] = reference.split("@");
    const template = await read.catalog.template(name, version);
    if (template !== undefined) found.set(reference, template);
  }
  return ({ spec }) => found.get(spec.template ?? "");
}
