import { Card, type Column, EmptyState, LinkButton, Mono, State, TabLinks, Table, TextLink } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { EXCEPTION_LISTS, type ExceptionFilter, exceptionFilterPath } from "./exception-filter.ts";
import { EXCEPTION_LOOKS } from "./exception-looks.ts";
import type { ExceptionView } from "./exception-view.ts";
import { Until } from "./until.tsx";

const LABELS = {
  requested: "To decide",
  "in-force": "In force",
  all: "All",
} as const satisfies Record<ExceptionFilter["list"], string>;

const EMPTY = {
  requested:
    "Nothing waits for a decision. What a team asks for stands here until somebody else approves or refuses it.",
  "in-force":
    "Nothing is excepted now: every service keeps every policy. What is approved stands here until its time has passed.",
  all: "Nobody has asked for an exception yet. It lets one service off one policy or setting, with a reason, for some days.",
} as const satisfies Record<ExceptionFilter["list"], string>;

export interface ExceptionsScreenProps {
  exceptions: readonly ExceptionView[];
  filter: ExceptionFilter;
  /** The number that the next page begins below. */
  next: number | undefined;
  now: Date;
}

/** The desk: what was asked for, what holds, and everything that ever was. */
export function ExceptionsScreen({ exceptions, filter, next, now }: ExceptionsScreenProps) {
  const { list, service } = filter;
  const until: Column<ExceptionView> = {
    key: "until",
    head: "Until",
    numeric: true,
    cell: (exception) => <Until exception={exception} now={now} />,
  };
  return (
    <>
      <PageHead
        title="Exceptions"
        trail={[{ label: "Policies", href: paths.policies() }]}
        description="What the platform does not allow, allowed to one service until a day: with a reason, what keeps the harm small, and somebody else who approved it."
        facts={
          service !== undefined && (
            <>
              Of {service}. <TextLink href={exceptionFilterPath({ list })}>See those of all services</TextLink>
            </>
          )
        }
        actions={
          <LinkButton href={paths.askException({ ...(service === undefined ? {} : { service }) })}>
            Ask for an exception
          </LinkButton>
        }
      />
      <TabLinks
        label="Exceptions by state"
        tabs={EXCEPTION_LISTS.map((each) => ({
          label: LABELS[each],
          href: exceptionFilterPath({ list: each, service }),
          current: each === list,
        }))}
      />
      <Card flush>
        {exceptions.length === 0 ? (
          <EmptyState>{EMPTY[list]}</EmptyState>
        ) : (
          <Table
            caption={`Exceptions: ${LABELS[list]}`}
            columns={[NUMBER, STATE, SERVICE, REASON, until]}
            rows={exceptions}
            rowKey={({ number }) => number}
          />
        )}
      </Card>
      {next !== undefined && (
        <p>
          <TextLink href={exceptionFilterPath({ list, service, before: next })}>Older ones</TextLink>
        </p>
      )}
    </>
  );
}

const NUMBER: Column<ExceptionView> = {
  key: "number",
  head: "Exception",
  phone: "title",
  cell: ({ number, subject }) => (
    <div className="tablet:py-1.5">
      <TextLink href={paths.exception(number)} strong>
        {number}: {subject.title}
      </TextLink>
      <p className="text-faint text-label">
        <Mono>{subject.value === undefined ? subject.name : `${subject.name}: ${subject.value}`}</Mono>
      </p>
    </div>
  ),
};

const STATE: Column<ExceptionView> = {
  key: "state",
  head: "State",
  cell: ({ state }) => <State {...EXCEPTION_LOOKS[state]} />,
};

const SERVICE: Column<ExceptionView> = {
  key: "service",
  head: "For",
  cell: ({ service, environments }) => (
    <span>
      <TextLink href={paths.service(service)}>{service}</TextLink>{" "}
      <span className="text-faint text-label">in {environments.join(", ")}</span>
    </span>
  ),
};

const REASON: Column<ExceptionView> = {
  key: "reason",
  head: "Why",
  phone: "bare",
  cell: ({ reason, requestedBy }) => (
    <div className="tablet:py-1.5">
      <p className="line-clamp-2">{reason}</p>
      <p className="text-faint text-label">asked for by {requestedBy}</p>
    </div>
  ),
};
