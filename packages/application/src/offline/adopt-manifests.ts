import {
  checkDocument,
  documentName,
  isNewerVersion,
  type KubernetesObject,
  type TemplateDocument,
  type Violation,
} from "@fairlead/domain";
import { type Adoption, type AdoptOptions, adopt } from "@fairlead/portability";

/** Declarations read out of manifests, and what is still wrong with them. */
export interface AdoptedManifests extends Adoption {
  /** What somebody has to decide before a declaration can be applied, with the document it is in. */
  open: { document: string; violation: Violation }[];
}

/** Turns plain manifests into declarations and holds each against its schema. Needs no server; writes nothing. */
export function adoptManifests(
  objects: readonly KubernetesObject[],
  { templates, ...options }: AdoptOptions,
): AdoptedManifests {
  const adoption = adopt(objects, { ...options, templates: newest(templates) });
  const open = adoption.documents.flatMap((document) =>
    checkDocument(document).violations.map((violation) => ({
      document: `${document.kind} ${documentName(document)}`,
      violation,
    })),
  );
  return { ...adoption, open };
}

/** The newest version of each template. */
function newest(templates: readonly TemplateDocument[]): TemplateDocument[] {
  const byName = new Map<string, TemplateDocument>();
  for (const template of templates) {
    const other = byName.get(template.metadata.name);
    if (other === undefined || isNewerVersion(template.metadata.version, other.metadata.version)) {
      byName.set(template.metadata.name, template);
    }
  }
  return [...byName.values()];
}
