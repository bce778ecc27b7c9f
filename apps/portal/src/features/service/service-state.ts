import { isDelivering, type PlaceState, placeState } from "./place-state.ts";
import type { PlaceView } from "./service-view.ts";

/** How a service is, beside its name: what is under way, else how it is in the last environment where it runs. */
export function serviceState(places: readonly PlaceView[]): PlaceState | undefined {
  const moving = places.filter(({ destinations }) => destinations.some(isDelivering));
  if (moving.length > 0) {
    return { name: "Progressing", word: `Deploying to ${moving.map(({ environment }) => environment).join(" and ")}` };
  }
  const running = places.findLast(({ destinations }) => destinations.length > 0);
  if (running === undefined) return places.length === 0 ? undefined : { name: "Absent", word: "Not deployed yet" };
  const { detail, ...state } = placeState(running);
  return {
    ...state,
    detail: detail === undefined ? `in ${running.environment}` : `${detail} in ${running.environment}`,
  };
}
