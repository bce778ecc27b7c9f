import type { PlaceView } from "./service-view.ts";

/** One cluster of one environment. */
export interface ChosenPlace {
  environment: string;
  cluster: string;
}

/** The place that an address asks for, else the last one where anything was delivered; nothing where nothing was. */
export function choosePlace(
  places: readonly PlaceView[],
  environment: string | undefined,
  cluster: string | undefined,
): ChosenPlace | undefined {
  const delivered = places.filter(({ destinations }) => destinations.length > 0);
  const place = delivered.find((each) => each.environment === environment) ?? delivered.at(-1);
  const destination = place?.destinations.find((each) => each.cluster === cluster) ?? place?.destinations[0];
  if (place === undefined || destination === undefined) return undefined;
  return { environment: place.environment, cluster: destination.cluster };
}
