import type { DocumentKind, FairleadDocument } from "@fairlead/domain";

/** What others refer to comes before what refers to it. */
const RANK = {
  Team: 0,
  Cluster: 1,
  Environment: 2,
  Template: 3,
  System: 4,
  Resource: 5,
  Service: 6,
} as const satisfies Record<DocumentKind, number>;

/** Documents in an order in which each can be saved: referred before referring, a team after its parent. */
export function inOrder(documents: readonly FairleadDocument[]): FairleadDocument[] {
  const parents = new Map(
    documents.flatMap((document) =>
      document.kind === "Team" ? [[document.metadata.name, document.spec.parent] as const] : [],
    ),
  );
  // Parents have been checked to end somewhere.
  const depth = (team: string | undefined): number => (team === undefined ? 0 : 1 + depth(parents.get(team)));
  const level = (document: FairleadDocument) => (document.kind === "Team" ? depth(document.metadata.name) : 0);
  return [...documents].sort((a, b) => RANK[a.kind] - RANK[b.kind] || level(a) - level(b));
}
