import { Card, EmptyState, PlainLink } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import type { ChosenPlace } from "./choose-place.ts";
import { DeliveredObjects } from "./delivered-objects.tsx";
import type { PlaceView } from "./service-view.ts";

export interface ManifestsTabProps {
  service: string;
  places: readonly PlaceView[];
  chosen: ChosenPlace | undefined;
  delivered: NonNullable<Answers["service"]["manifests"]> | undefined;
}

/** What was last delivered to a place, object by object. */
export function ManifestsTab({ service, places, chosen, delivered }: ManifestsTabProps) {
  if (chosen === undefined || delivered === undefined) {
    return (
      <Card>
        <EmptyState>
          What is delivered to a cluster stands here, object by object. Nothing has been deployed yet.
        </EmptyState>
      </Card>
    );
  }
  const all = places.flatMap(({ environment, destinations }) =>
    destinations.map(({ cluster }) => ({ environment, cluster })),
  );
  return (
    <div className="grid gap-4">
      {all.length > 1 && (
        <nav aria-label="Places" className="flex flex-wrap gap-2">
          {all.map(({ environment, cluster }) => (
            <PlainLink
              key={`${environment} ${cluster}`}
              href={`${paths.service(service, "manifests")}?environment=${environment}&cluster=${cluster}`}
              {...(environment === chosen.environment && cluster === chosen.cluster ? { "aria-current": "true" } : {})}
              className="inline-flex h-8 items-center rounded-control border border-line-strong bg-surface px-3 font-strong text-label hover:border-edge aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent-strong touch:h-11"
            >
              {environment === cluster ? environment : `${environment}, ${cluster}`}
            </PlainLink>
          ))}
        </nav>
      )}
      <Card
        title={`${delivered.manifests.length} objects in ${delivered.namespace}, on ${delivered.cluster}`}
        aside={`release ${delivered.release}`}
        flush
      >
        <DeliveredObjects
          place={{ service, environment: chosen.environment, cluster: delivered.cluster }}
          release={delivered.release}
          manifests={delivered.manifests}
        />
      </Card>
    </div>
  );
}
