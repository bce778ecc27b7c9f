import { isEnded } from "@fairlead/domain";
import { LinkButton, State, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { DeliveryCard } from "./delivery-card.tsx";
import type { DeliveryEventView } from "./delivery-view.ts";
import { deployState } from "./deploy-state.ts";
import { EventList } from "./event-list.tsx";

export interface DeployScreenProps {
  /** One for each cluster of the environment; at least one. */
  deliveries: Answers["delivery"]["deploy"];
  events: readonly DeliveryEventView[];
}

/** One deploy while it happens, and afterwards what happened. */
export function DeployScreen({ deliveries, events }: DeployScreenProps) {
  const [first] = deliveries;
  if (first === undefined) return null;
  const { service, version, environment, by, createdAt, release } = first;
  return (
    <>
      <PageHead
        trail={[
          { label: "Services", href: paths.services() },
          { label: service, href: paths.service(service) },
        ]}
        title={`${version} to ${environment}`}
        state={<State {...deployState(deliveries)} />}
        description={
          <>
            Release {release}, begun <Time at={createdAt} /> by {by}.
          </>
        }
        actions={<LinkButton href={paths.service(service)}>See the service</LinkButton>}
      />
      <div className="grid items-start gap-4 desk:grid-cols-2">
        {deliveries.map((delivery) => (
          <DeliveryCard key={delivery.id} delivery={delivery} />
        ))}
      </div>
      <EventList events={events} live={deliveries.some(({ state }) => !isEnded(state))} />
    </>
  );
}
