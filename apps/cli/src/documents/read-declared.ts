import { checkTemplateValue, objectsIn } from "@fairlead/application";
import {
  API_VERSION,
  checkDocument,
  documentName,
  type FairleadDocument,
  groupOf,
  type KubernetesObject,
  type ServiceDocument,
  type Violation,
} from "@fairlead/domain";
import type { Finding } from "./finding.ts";
import { readDocuments, type SourcedDocument } from "./read-documents.ts";

/** What files hold, told apart, with everything that is wrong in their shape. */
export interface Declared {
  documents: { source: SourcedDocument; document: FairleadDocument }[];
  /** Plain manifests. */
  objects: { source: SourcedDocument; object: KubernetesObject }[];
  findings: Finding[];
}

export interface DeclaredService {
  source: SourcedDocument;
  document: ServiceDocument;
}

/** Reads declarations and plain manifests. Only what cannot be read at all ends the command here. */
export async function readDeclared(paths: readonly string[]): Promise<Declared> {
  const declared: Declared = { documents: [], objects: [], findings: [] };
  const seen = new Map<string, SourcedDocument>();
  for (const source of await readDocuments(paths)) {
    const objects = isDeclaration(source.value) ? undefined : objectsIn(source.value);
    if (objects !== undefined) {
      declared.objects.push(...objects.map((object) => ({ source, object })));
      continue;
    }
    const { document, violations } = isTemplate(source.value)
      ? checkTemplateValue(source.value)
      : checkDocument(source.value);
    declared.findings.push(...violations.map((violation) => ({ document: source, violation })));
    if (document === undefined) continue;
    const name = `${document.kind} ${documentName(document)}`;
    const earlier = seen.get(name);
    if (earlier === undefined) declared.documents.push({ source, document });
    else declared.findings.push({ document: source, violation: twice(name, earlier) });
    seen.set(name, earlier ?? source);
  }
  return declared;
}

/** The services among them that Fairlead would run, by name. */
export function servicesIn({ documents }: Declared): DeclaredService[] {
  return documents
    .flatMap(({ source, document }) =>
      document.kind === "Service" && document.spec.managed !== false ? [{ source, document }] : [],
    )
    .sort((a, b) => (a.document.metadata.name < b.document.metadata.name ? -1 : 1));
}

function isDeclaration(value: unknown): boolean {
  const version = typeof value === "object" && value !== null && "apiVersion" in value ? value.apiVersion : undefined;
  return typeof version === "string" && groupOf(version) === groupOf(API_VERSION);
}

function isTemplate(value: unknown): boolean {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "Template";
}

function twice(name: string, { file, position }: SourcedDocument): Violation {
  return {
    path: "metadata.name",
    reason: `${name} is there twice`,
    remedy: `It is also in ${file}:${position("metadata.name").line}. Keep one of them.`,
    severity: "error",
  };
}
