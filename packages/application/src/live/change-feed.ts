/** What can change under somebody's eyes. `id` is a delivery's id, or the name of a service or cluster. */
export const CHANGE_KINDS = ["delivery", "service", "cluster", "catalog"] as const;

export interface LiveChange {
  kind: (typeof CHANGE_KINDS)[number];
  id: string;
}

/**
 * Tells what changed since one listens; a hint to look again, never the truth itself. `lost` is called where changes
 * may have been missed (the connection to the database was away), so that the listener looks at everything again.
 */
export interface ChangeFeed {
  listen(listener: { changed(change: LiveChange): void; lost(): void }): () => void;
}
