import { Banner, Card, LinkButton, TextLink } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { ExceptionLines } from "./exception-lines.tsx";

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
          <ExceptionLines exceptions={open} now={now} />
        )}
      </div>
    </Card>
  );
}
