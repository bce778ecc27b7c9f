import type { DestinationView, ServiceDetails, ServiceListItem } from "@fairlead/application";
import { type EnvironmentDocument, imageVersion } from "@fairlead/domain";
import type * as z from "zod";
import { presentTimes } from "../document/present-time.ts";
import { presentDecision } from "../resource/present-decision.ts";
import type { PlaceDto } from "./place-dto.ts";
import type { serviceSchema, serviceSummarySchema } from "./service-dto.ts";
import { worstHealth } from "./worst-health.ts";

/** A service in a list. */
export function presentSummary({ environments, ...item }: ServiceListItem): z.input<typeof serviceSummarySchema> {
  return {
    ...item,
    environments: environments.map(({ environment, health, image, observedAt, deployedAt }) => ({
      environment,
      health,
      ...(image === undefined ? {} : { version: imageVersion(image) }),
      ...presentTimes({ observedAt, deployedAt }),
    })),
  };
}

/** Everything about one service, with what who asks may do to it. Its places are where it is declared or runs. */
export function presentService(details: ServiceDetails): z.input<typeof serviceSchema> {
  const { destinations, document, environments, decisions, ...view } = details;
  const { template, image } = document.spec;
  const places = environments.filter(
    ({ metadata: { name } }) =>
      name in (document.spec.environments ?? {}) || destinations.some(({ environment }) => environment === name),
  );
  return {
    ...view,
    ...(template === undefined ? {} : { template }),
    ...(image === undefined ? {} : { image }),
    document: { ...document },
    decisions: decisions.map(presentDecision),
    places: places.map((environment) => presentPlace(environment, destinations)),
  };
}

function presentPlace({ metadata, spec }: EnvironmentDocument, all: readonly DestinationView[]): PlaceDto {
  const destinations = all.filter(({ environment }) => environment === metadata.name);
  return {
    environment: metadata.name,
    title: metadata.title ?? metadata.name,
    production: spec.production ?? false,
    health: worstHealth(destinations.map(({ health }) => health)),
    destinations: destinations.map(presentDestination),
  };
}

function presentDestination(view: DestinationView): PlaceDto["destinations"][number] {
  const { environment: _, serving, delivery, healthSince, observedAt, unreachableSince, ...rest } = view;
  return {
    ...rest,
    healthSince: healthSince.toISOString(),
    ...presentTimes({ observedAt, unreachableSince }),
    ...(serving === undefined
      ? {}
      : { serving: { ...serving, version: imageVersion(serving.image), at: serving.at.toISOString() } }),
    ...(delivery === undefined ? {} : { delivery: { ...delivery, version: imageVersion(delivery.image) } }),
  };
}
