import { classNames } from "../style/class-names.ts";
import { describePods, type PodLook } from "./describe-pods.ts";

/** Filled serves, hatched is coming, hollow is waited for, red has failed: told apart without colour too. */
const BARS = {
  serving: "bg-good",
  coming: "bg-hatched-moving inset-ring inset-ring-moving",
  waited: "inset-ring inset-ring-edge",
  failed: "bg-bad",
} as const satisfies Record<PodLook, string>;

/** More bars than this are a wall, not a picture; the words still count all of them. */
const MOST_BARS = 24;

/** Pods at a glance, with words for who cannot see them. */
export function PodBars({ pods }: { pods: readonly PodLook[] }) {
  const hidden = pods.length - MOST_BARS;
  return (
    <span
      role="img"
      aria-label={describePods(pods)}
      title={describePods(pods)}
      className="inline-flex items-center gap-0.75"
    >
      {pods.slice(0, MOST_BARS).map((look, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity but their place
        <i key={index} className={classNames("h-4.5 w-2.25 rounded-bar", BARS[look])} />
      ))}
      {hidden > 0 && <span className="pl-1 text-faint text-label">+{hidden}</span>}
    </span>
  );
}
