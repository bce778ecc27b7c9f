/** Why a cluster did not do what was asked. Closed, so that every caller decides each. */
export const CLUSTER_FAILURES = [
  "away",
  "unauthorized",
  "forbidden",
  "conflict",
  "invalid",
  "not-found",
  "gone",
  // A newer delivery, or another worker, has raised the fence.
  "stale",
  "busy",
] as const;
export type ClusterFailure = (typeof CLUSTER_FAILURES)[number];

/** What a cluster refused, in words for people: never with headers or bodies in them. */
export class ClusterError extends Error {
  override readonly name = "ClusterError";
  readonly failure: ClusterFailure;
  readonly cluster: string;

  constructor(failure: ClusterFailure, cluster: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
    this.cluster = cluster;
  }
}
