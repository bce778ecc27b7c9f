/** A cluster that answers is asked every few seconds; what was last heard of before this is old. */
export const STALE_SECONDS = 60;

export interface ContactedCluster {
  name: string;
  lastContactAt?: string | undefined;
}

/**
 * From when is what is shown of something on a cluster? From the cluster's last answer: a calm pod is watched all the
 * time, though it was written down when it last changed.
 *
 * @param observedAt when it was written down
 */
export function seenAt(
  clusters: readonly ContactedCluster[],
  cluster: string,
  observedAt?: string,
): string | undefined {
  const contact = clusters.find(({ name }) => name === cluster)?.lastContactAt;
  if (contact === undefined || observedAt === undefined) return observedAt;
  return contact > observedAt ? contact : observedAt;
}
