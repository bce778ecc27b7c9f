import { State, Time } from "@fairlead/ui";
import { STALE_SECONDS } from "../cluster/last-contact.ts";
import { destinationState } from "./place-state.ts";
import type { DestinationView } from "./service-view.ts";

export interface ClusterLineProps {
  destination: DestinationView;
  /** It is the only cluster of the environment, so its state stands above already. */
  alone: boolean;
}

/** How a service is on one cluster of an environment, and from when that is. */
export function ClusterLine({ destination, alone }: ClusterLineProps) {
  const { cluster, health, healthReason, unreachableSince, observedAt } = destination;
  if (unreachableSince !== undefined) {
    return (
      <p className="text-label text-warn">
        {cluster} cannot be reached since <Time at={unreachableSince} form="clock" />
        {observedAt === undefined ? "; it was never seen." : "; what you see is from then."}
      </p>
    );
  }
  const reason = health === "Healthy" ? "" : healthReason;
  return (
    <div className="grid gap-0.5 text-label">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="text-faint">
          {cluster}
          {observedAt !== undefined && (
            <>
              , as of <Time at={observedAt} staleAfter={STALE_SECONDS} />
            </>
          )}
        </span>
        {!alone && <State {...destinationState(destination)} />}
      </div>
      {reason !== "" && <p className="text-soft">{reason}</p>}
    </div>
  );
}
