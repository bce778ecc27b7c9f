import { Card, EmptyState, State, TextLink, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { ActivityList, type ActivityView } from "../activity/activity-list.tsx";
import { DELIVERY_LOOKS } from "../delivery/delivery-state.ts";
import { ExceptionsCard } from "../exception/exceptions-card.tsx";
import { DecisionList } from "../fit/decision-list.tsx";
import { GapList } from "./gap-list.tsx";
import { gatherGaps } from "./gather-gaps.ts";
import type { PlaceView } from "./service-view.ts";

export interface OverviewTabProps {
  service: string;
  activity: readonly ActivityView[];
  deliveries: Answers["service"]["deliveries"];
  places: readonly PlaceView[];
  /** What speaks against running it here, and why somebody went on. */
  decisions: Answers["service"]["get"]["decisions"];
  exceptions: Answers["exception"]["ofService"];
  now: Date;
}

/** What happened lately, as people did it and as the clusters took it; what it has to do without, and is let off. */
export function OverviewTab({ service, activity, deliveries, places, decisions, exceptions, now }: OverviewTabProps) {
  const gaps = gatherGaps(places);
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2">
      <ActivityList
        title="What changed"
        activity={activity}
        empty={`What people do with ${service} is written here.`}
      />
      {decisions.length > 0 && <DecisionList title="Runs here against advice" decisions={decisions} />}
      <Card title="Deliveries" flush>
        {deliveries.length === 0 ? (
          <EmptyState>Every deploy to every cluster stands here, with how it went.</EmptyState>
        ) : (
          <ul>
            {deliveries.map(({ id, version, environment, cluster, state, createdAt }) => (
              <li
                key={id}
                className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2"
              >
                <span className="min-w-0 flex-1 break-words">
                  <TextLink href={paths.delivery(id)} strong>
                    {version}
                  </TextLink>{" "}
                  <span className="text-faint">
                    to {environment}, on {cluster}
                  </span>
                </span>
                <State {...DELIVERY_LOOKS[state]} />
                <span className="w-16 text-right text-faint text-label">
                  <Time at={createdAt} form="bare" />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {gaps.length > 0 && (
        <Card title="What it has to do without">
          <GapList gaps={gaps} />
        </Card>
      )}
      <ExceptionsCard service={service} exceptions={exceptions} now={now} />
    </div>
  );
}
