/** Argo CD's words for how a workload is. */
export const HEALTH_STATES = ["Healthy", "Progressing", "Degraded", "Suspended", "Missing", "Unknown"] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** Argo CD's words for whether a cluster holds what was delivered. */
export const SYNC_STATES = ["Synced", "OutOfSync", "Unknown"] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/**
 * The life of one delivery. `queued` waits for a worker or a cluster; `applying` writes objects; `verifying` watches
 * until it serves; the rest are ends.
 */
export const DELIVERY_STATES = ["queued", "applying", "verifying", "succeeded", "failed", "superseded"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

const NEXT = {
  queued: ["applying", "failed", "superseded"],
  applying: ["queued", "applying", "verifying", "failed", "superseded"],
  verifying: ["queued", "applying", "verifying", "succeeded", "failed", "superseded"],
  succeeded: [],
  failed: [],
  superseded: [],
} as const satisfies Record<DeliveryState, readonly DeliveryState[]>;

export function canMove(from: DeliveryState, to: DeliveryState): boolean {
  return (NEXT[from] as readonly DeliveryState[]).includes(to);
}

export function isEnded(state: DeliveryState): boolean {
  return NEXT[state].length === 0;
}
