/** How one pod is, as far as a picture says. */
const POD_LOOKS = ["serving", "coming", "waited", "failed"] as const;
export type PodLook = (typeof POD_LOOKS)[number];

const WORDS = {
  serving: "serving",
  coming: "starting",
  waited: "not there yet",
  failed: "failed",
} as const satisfies Record<PodLook, string>;

/** The picture as words: “6 pods: 2 serving, 1 starting, 3 not there yet”. */
export function describePods(pods: readonly PodLook[]): string {
  if (pods.length === 0) return "No pods";
  const counts = POD_LOOKS.map((look) => ({ look, count: pods.filter((pod) => pod === look).length }))
    .filter(({ count }) => count > 0)
    .map(({ look, count }) => `${count} ${WORDS[look]}`);
  return `${pods.length} ${pods.length === 1 ? "pod" : "pods"}: ${counts.join(", ")}`;
}
