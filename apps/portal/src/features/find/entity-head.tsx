import { State, TextLink } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { HealthState } from "../service/health-state.tsx";
import type { AnswerView } from "./answer-view.ts";

type Entity = NonNullable<AnswerView["entity"]>;

export interface EntityHeadProps {
  entity: Entity;
  /** Clusters that cannot be reached now. */
  away: readonly string[];
}

/** What was found belongs to this, and how that is on every cluster. */
export function EntityHead({ entity: { kind, name, title, tier, health }, away }: EntityHeadProps) {
  const isWell = (place: Entity["health"][number]) => place.health === "Healthy" && !away.includes(place.cluster);
  const troubled = health.filter((place) => !isWell(place));
  const healthy = health.filter(isWell);
  return (
    <div className="grid gap-2 p-4">
      <h2 className="text-section">
        {kind !== "System" ? (
          <TextLink href={kind === "Service" ? paths.service(name) : paths.resource(name)} strong>
            {title}
          </TextLink>
        ) : (
          <span className="font-bold">{title}</span>
        )}
        <span className="text-body text-faint">
          {title === name ? "" : ` · ${name}`}
          {kind === "Service" ? "" : ` · ${kind.toLowerCase()}`}
          {tier === undefined ? "" : ` · tier ${tier}`}
        </span>
      </h2>
      {health.length > 0 && (
        <ul className="grid gap-1">
          {troubled.map((place) => (
            <li key={nameOf(place)} className="flex flex-wrap justify-between gap-x-4">
              <span className="text-soft">
                {nameOf(place)}
                {place.reason !== "" && <span className="text-faint text-label"> {place.reason}</span>}
              </span>
              <HealthState health={place.health} away={away.filter((cluster) => cluster === place.cluster)} />
            </li>
          ))}
          {healthy.length > 0 && (
            <li className="flex flex-wrap justify-between gap-x-4">
              <span className="text-soft">{healthy.map(nameOf).join(" · ")}</span>
              <State name="Healthy" />
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** Where it runs; the cluster only where it says more than the environment. */
function nameOf({ environment, cluster }: Entity["health"][number]): string {
  return cluster === environment ? environment : `${environment}, ${cluster}`;
}
