import type { GapView, PlaceView } from "./service-view.ts";

/** A gap, with the environments that have it. */
export interface GatheredGap extends GapView {
  where: readonly string[];
}

/** What is missing, once each: clusters mostly lack the same thing. In the order of the environments. */
export function gatherGaps(places: readonly Pick<PlaceView, "title" | "destinations">[]): GatheredGap[] {
  const gathered = new Map<string, GatheredGap>();
  for (const { title, destinations } of places) {
    for (const gap of destinations.flatMap(({ gaps }) => gaps)) {
      const key = JSON.stringify(gap);
      const where = new Set([...(gathered.get(key)?.where ?? []), title]);
      gathered.set(key, { ...gap, where: [...where] });
    }
  }
  return [...gathered.values()];
}
