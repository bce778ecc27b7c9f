import { isEnded } from "@fairlead/domain";
import type { StateName } from "@fairlead/ui";
import type { DestinationView, PlaceView } from "./service-view.ts";

export interface PlaceState {
  name: StateName;
  word?: string;
  /** After the word, such as “2 of 6”. */
  detail?: string;
}

/** How one cluster's part is, as a state to show: what cannot be seen now comes before what was seen last. */
export function destinationState(destination: DestinationView): PlaceState {
  const { health, readyReplicas, wantedReplicas, unreachableSince } = destination;
  if (unreachableSince !== undefined) return { name: "Unreachable" };
  if (destination.delivery?.state === "queued") return { name: "Waiting" };
  if (isDelivering(destination) && health !== "Degraded") return { name: "Progressing", detail: counts(destination) };
  if (health === "Missing" && destination.serving === undefined) return { name: "Absent" };
  if (health === "Healthy" || wantedReplicas === 0) return { name: health };
  return readyReplicas === wantedReplicas ? { name: health } : { name: health, detail: counts(destination) };
}

/** How an environment is as a whole: as its one cluster, or as the one that most wants a look. */
export function placeState({ health, destinations }: PlaceView): PlaceState {
  const [only] = destinations;
  if (only === undefined) return { name: "Absent" };
  if (destinations.length === 1) return destinationState(only);
  const away = destinations.filter(({ unreachableSince }) => unreachableSince !== undefined);
  // That it is broken where it can be seen says more than that it cannot be seen elsewhere.
  const broken = destinations.find((each) => each.health === "Degraded" && each.unreachableSince === undefined);
  if (away.length > 0 && broken !== undefined) return destinationState(broken);
  if (away.length > 0) return { name: "Unreachable", detail: away.map(({ cluster }) => cluster).join(", ") };
  const together = { ...only, health, readyReplicas: sum(destinations, "readyReplicas") };
  return destinationState({
    ...together,
    wantedReplicas: sum(destinations, "wantedReplicas"),
    delivery: underWay(destinations),
    serving: destinations.find(({ serving }) => serving !== undefined)?.serving,
  });
}

/** The delivery that says most: one that moves rather than one that waits for it. */
function underWay(destinations: readonly DestinationView[]): DestinationView["delivery"] {
  const active = destinations.filter(isDelivering).flatMap(({ delivery }) => delivery ?? []);
  return active.find(({ state }) => state !== "queued") ?? active[0];
}

/** Whether something is on its way there. */
export function isDelivering({ delivery }: DestinationView): boolean {
  return delivery !== undefined && !isEnded(delivery.state);
}

function counts({ readyReplicas, wantedReplicas }: DestinationView): string {
  return `${readyReplicas} of ${wantedReplicas}`;
}

function sum(destinations: readonly DestinationView[], key: "readyReplicas" | "wantedReplicas"): number {
  return destinations.reduce((total, destination) => total + destination[key], 0);
}
