import { Card, EmptyState, LinkButton, TextLink } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { ActivityList, type ActivityView } from "../activity/activity-list.tsx";
import type { EnvironmentView } from "../cluster/with-away.ts";
import { DeclareButton } from "../declare/declare-button.tsx";
import { AskedCard } from "../exception/asked-card.tsx";
import type { ExceptionView } from "../exception/exception-view.ts";
import { PageHead } from "../frame/page-head.tsx";
import { HealthState } from "../service/health-state.tsx";
import type { ServiceRowView } from "../service/service-view.ts";

export interface HomeScreenProps {
  me: Answers["session"]["me"];
  /** Services of the teams of who looks. */
  mine: readonly ServiceRowView[];
  /** What is not as it should be, anywhere. */
  notHealthy: readonly ServiceRowView[];
  activity: readonly ActivityView[];
  /** Exceptions that wait for a decision of who looks. */
  asked: readonly ExceptionView[];
  now: Date;
  /** In the order in which things go through them. */
  environments: readonly EnvironmentView[];
}

/** What concerns me: what is not healthy, what is mine, what happened. */
export function HomeScreen({ me, mine, notHealthy, activity, asked, now, environments }: HomeScreenProps) {
  return (
    <>
      <PageHead title={`Hello, ${me.name}`} actions={<DeclareButton me={me} />} />
      {notHealthy.length > 0 && <ServiceLines title="Wants a look" services={notHealthy} environments={environments} />}
      {asked.length > 0 && <AskedCard exceptions={asked} now={now} />}
      <div className="grid items-start gap-4 desk:grid-cols-2">
        {mine.length === 0 ? (
          <Card title="My services">
            <EmptyState action={<LinkButton href={paths.services()}>See all services</LinkButton>}>
              The services of your teams stand here. Your teams own none yet, or you are in no team.
            </EmptyState>
          </Card>
        ) : (
          <ServiceLines title="My services" services={mine} environments={environments} />
        )}
        <ActivityList
          title="Lately"
          activity={activity}
          subjects
          empty="What people declare, change and deploy is written here."
        />
      </div>
    </>
  );
}

interface ServiceLinesProps extends Pick<HomeScreenProps, "environments"> {
  title: string;
  services: readonly ServiceRowView[];
}

function ServiceLines({ title, services, environments }: ServiceLinesProps) {
  return (
    <Card title={title} aside={services.length} flush>
      <ul>
        {services.map((service) => (
          <li
            key={service.name}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 py-2"
          >
            <span>
              <TextLink href={paths.service(service.name)} strong>
                {service.title}
              </TextLink>{" "}
              <span className="text-faint text-label">{service.owner.title}</span>
            </span>
            <span className="flex flex-wrap gap-x-4">
              {environments.map(({ name, away }) => {
                const place = service.environments.find(({ environment }) => environment === name);
                if (place === undefined) return null;
                return (
                  <span key={name} className="flex gap-1.5">
                    <span className="text-faint">{name}</span>
                    <HealthState health={place.health} away={away} />
                  </span>
                );
              })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
