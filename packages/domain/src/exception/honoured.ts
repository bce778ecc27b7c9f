/**
 * Whether a cluster holds an exception: `honoured`, `not-yet` (approved, and the cluster does not know), `still`
 * (over, and the cluster does not know that either), `not` (neither).
 */
export const HONOURED_STATES = ["honoured", "not-yet", "still", "not"] as const;
export type HonouredState = (typeof HONOURED_STATES)[number];

/** From what should hold now and from what the cluster was last seen to hold. */
export function honouredState({ wanted, seen }: { wanted: boolean; seen: boolean }): HonouredState {
  if (wanted) return seen ? "honoured" : "not-yet";
  return seen ? "still" : "not";
}
