import { State, TextLink } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import type { AnswerView } from "./answer-view.ts";

type Entity = NonNullable<AnswerView["entity"]>;

/** What was found belongs to this, and how that is on every cluster. */
export function EntityHead({ entity: { kind, name, title, tier, health } }: { entity: Entity }) {
  const inOrder = health.toSorted((a, b) => Number(a.health === "Healthy") - Number(b.health === "Healthy"));
  return (
    <div className="grid gap-2 p-4">
      <h2 className="text-section">
        {kind === "Service" ? (
          <TextLink href={paths.service(name)} strong>
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
      {inOrder.length > 0 && (
        <ul className="grid gap-1">
          {inOrder.map((place) => (
            <li key={`${place.environment} ${place.cluster}`} className="flex flex-wrap justify-between gap-x-4">
              <span className="text-soft">
                {place.environment}
                {place.cluster === place.environment ? "" : `, ${place.cluster}`}
                {place.health !== "Healthy" && place.reason !== "" && (
                  <span className="text-faint text-label"> {place.reason}</span>
                )}
              </span>
              <State name={place.health} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
