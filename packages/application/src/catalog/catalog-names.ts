import { documentName, type FairleadDocument } from "@fairlead/domain";

const KINDS = ["Team", "System", "Service", "Resource", "Environment", "Cluster", "Template"] as const;
type NamedKind = (typeof KINDS)[number];

/** Names that a document may refer to, templates as `name@version`. */
export interface CatalogNames {
  byKind: Readonly<Record<NamedKind, ReadonlySet<string>>>;
  /** The parent of each team that has one. */
  parents: ReadonlyMap<string, string>;
}

/** Collects names as they are found. */
export function collectNames(
  found: Iterable<{ kind: string; name: string; parent?: string | null | undefined }>,
): CatalogNames {
  const byKind = {
    Team: new Set<string>(),
    System: new Set<string>(),
    Service: new Set<string>(),
    Resource: new Set<string>(),
    Environment: new Set<string>(),
    Cluster: new Set<string>(),
    Template: new Set<string>(),
  } satisfies CatalogNames["byKind"];
  const parents = new Map<string, string>();
  for (const { kind, name, parent } of found) {
    const known = KINDS.find((candidate) => candidate === kind);
    if (known !== undefined) byKind[known].add(name);
    if (parent != null) parents.set(name, parent);
  }
  return { byKind, parents };
}

/** The names as they will be when a set of documents is in the catalog, too. */
export function withDeclared(names: CatalogNames, documents: readonly FairleadDocument[]): CatalogNames {
  const present = KINDS.flatMap((kind) =>
    [...names.byKind[kind]].map((name) => ({ kind, name, parent: names.parents.get(name) })),
  );
  const declared = documents.map((document) => ({
    kind: document.kind,
    name: documentName(document),
    parent: document.kind === "Team" ? document.spec.parent : undefined,
  }));
  const redeclared = new Set(declared.map(({ kind, name }) => `${kind} ${name}`));
  return collectNames([...present.filter(({ kind, name }) => !redeclared.has(`${kind} ${name}`)), ...declared]);
}
