import { Card, Mono, PodBars, State, Time } from "@fairlead/ui";
import type { ReactNode } from "react";
import { destinationState, isDelivering, placeState } from "./place-state.ts";
import { podLooks } from "./pod-looks.ts";
import type { DestinationView, PlaceView } from "./service-view.ts";

/** What was seen longer ago than this is no longer how it is. */
const STALE_SECONDS = 120;

export interface EnvironmentCardProps {
  place: PlaceView;
  /** The deploy button, refused with its reason where it may not be pressed. */
  action?: ReactNode;
}

/** How a service is in one environment: pods, version, clusters. */
export function EnvironmentCard({ place, action }: EnvironmentCardProps) {
  const { title, destinations } = place;
  const pods = destinations.flatMap(({ readyReplicas, wantedReplicas, health, ...rest }) =>
    podLooks(
      readyReplicas,
      wantedReplicas,
      isDelivering({ readyReplicas, wantedReplicas, health, ...rest }) && health !== "Degraded"
        ? "Progressing"
        : health,
    ),
  );
  const serving = pods.filter((look) => look === "serving").length;
  return (
    <Card
      title={title}
      aside={<span className="text-body">{<State {...placeState(place)} />}</span>}
      footer={
        <>
          <span className="text-faint text-label">
            {pods.length > 0 && `${serving} of ${pods.length} serving`}
            {destinations.some(({ simulated }) => simulated) && pods.length > 0 && " · simulated pods"}
          </span>
          {action}
        </>
      }
    >
      {destinations.length === 0 ? (
        <p className="text-faint">Nothing has been deployed here yet.</p>
      ) : (
        <div className="grid gap-2">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            {pods.length > 0 && <PodBars pods={pods} />}
            <Version destinations={destinations} />
          </div>
          {destinations.map((destination) => (
            <ClusterLine key={destination.cluster} destination={destination} alone={destinations.length === 1} />
          ))}
        </div>
      )}
    </Card>
  );
}

function Version({ destinations }: { destinations: readonly DestinationView[] }) {
  const serving = destinations.find((destination) => destination.serving !== undefined)?.serving;
  const coming = destinations.find(isDelivering)?.delivery?.version;
  if (coming !== undefined && coming !== serving?.version) {
    return <Mono>{serving === undefined ? coming : `${serving.version} → ${coming}`}</Mono>;
  }
  if (serving === undefined) return null;
  return (
    <>
      <Mono>{serving.version}</Mono>
      <span className="text-faint text-label">
        <Time at={serving.at} />
      </span>
    </>
  );
}

/** One cluster: nothing to say where it is the only one and well. */
function ClusterLine({ destination, alone }: { destination: DestinationView; alone: boolean }) {
  const { cluster, healthReason, unreachableSince, observedAt } = destination;
  if (unreachableSince !== undefined) {
    return (
      <p className="text-label text-warn">
        {cluster} cannot be reached since <Time at={unreachableSince} form="clock" />
        {observedAt === undefined ? "; it was never seen." : "; what you see is from then."}
      </p>
    );
  }
  if (alone) {
    if (healthReason === "" || destination.health === "Healthy") return null;
    return <p className="text-label text-soft">{healthReason}</p>;
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 text-label">
      <span className="text-faint">
        {cluster}
        {observedAt !== undefined && (
          <>
            {" · "}
            <Time at={observedAt} staleAfter={STALE_SECONDS} />
          </>
        )}
      </span>
      <State {...destinationState(destination)} />
    </div>
  );
}
