import { Banner, Card, LinkButton, State, TextLink } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { EXCEPTION_LOOKS } from "./exception-looks.ts";
import { Until } from "./until.tsx";

export interface ExceptionsCardProps {
  service: string;
  exceptions: Answers["exception"]["ofService"];
  now: Date;
}

/** What a service is let off, by whom and until when; and what still serves under one that is over. */
export function ExceptionsCard({ service, exceptions: { open, outlived }, now }: ExceptionsCardProps) {
  return (
    <Card
      title="Exceptions"
      aside={
        <TextLink href={`${paths.exceptions()}?list=all&service=${encodeURIComponent(service)}`}>
          All that ever were
        </TextLink>
      }
      footer={
        <LinkButton small href={paths.askException({ service })}>
          Ask for an exception
        </LinkButton>
      }
    >
      <div className="grid gap-3">
        {outlived.map(({ number, environment, cluster }) => (
          <Banner
            key={`${number} ${cluster}`}
            tone="warn"
            title={`${environment} on ${cluster} runs with an exception that ended`}
          >
            <TextLink href={paths.exception(number)}>Exception {number}</TextLink> is over; the next deploy makes it
            without.
          </Banner>
        ))}
        {open.length === 0 ? (
          <p className="text-faint">{service} is let off nothing.</p>
        ) : (
          <ul className="grid gap-2">
            {open.map((exception) => (
              <li key={exception.number} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="min-w-0">
                  <TextLink href={paths.exception(exception.number)} strong>
                    {exception.number}: {exception.subject.title}
                  </TextLink>{" "}
                  <span className="text-faint text-label">
                    in {exception.environments.join(", ")}
                    {exception.decision && `, approved by ${exception.decision.by}`}
                  </span>
                </span>
                <span className="flex flex-wrap items-center gap-3">
                  <State {...EXCEPTION_LOOKS[exception.state]} />
                  <span className="text-faint text-label">
                    until <Until exception={exception} now={now} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
