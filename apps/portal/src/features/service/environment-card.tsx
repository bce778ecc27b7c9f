import { Card, Mono, PodBars, State, Time } from "@fairlead/ui";
import type { ReactNode } from "react";
import { ClusterLine } from "./cluster-line.tsx";
import { isDelivering, placeState } from "./place-state.ts";
import { podLooks } from "./pod-looks.ts";
import type { DestinationView, PlaceView } from "./service-view.ts";

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
