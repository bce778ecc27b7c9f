import { Card, Mono, State, TextLink, Time } from "@fairlead/ui";
import type { ReactNode } from "react";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { DecidePanel } from "./decide-panel.tsx";
import { endOf } from "./end-of.ts";
import { EXCEPTION_LOOKS } from "./exception-looks.ts";
import type { ExceptionDetailsView } from "./exception-view.ts";
import { HonouredPlaces } from "./honoured-places.tsx";
import { Until } from "./until.tsx";

/** One exception: what it allows and why, what was decided, and which clusters honour it. */
export function ExceptionScreen({ exception, now }: { exception: ExceptionDetailsView; now: Date }) {
  const { number, state, subject, service, team, environments, reason, control } = exception;
  const end = endOf(exception);
  return (
    <>
      <PageHead
        title={`Exception ${number}`}
        state={<State {...EXCEPTION_LOOKS[state]} />}
        trail={[
          { label: "Policies", href: paths.policies() },
          { label: "Exceptions", href: paths.exceptions() },
        ]}
        description={subject.kind === "policy" ? `From the policy: ${subject.title}` : `So that ${subject.title}`}
      />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <Card title="What is asked for">
            <dl className="grid tablet:grid-cols-[9rem_minmax(0,1fr)] tablet:gap-y-3">
              <Line term="For">
                <TextLink href={paths.service(service)}>{service}</TextLink> of {team}, in {environments.join(", ")}
              </Line>
              <Line term={subject.kind === "policy" ? "Policy" : "Setting"}>
                {subject.kind === "policy" ? (
                  <TextLink href={paths.policy(subject.name)}>
                    <Mono>{subject.name}</Mono>
                  </TextLink>
                ) : (
                  <Mono>{subject.value === undefined ? subject.name : `${subject.name}: ${subject.value}`}</Mono>
                )}
              </Line>
              {end === undefined ? (
                <Line term="Asked until">{exception.until.slice(0, 10)}</Line>
              ) : (
                <Line term={end.word === "until" ? "Until" : "Ended"}>
                  {end.word === "until" ? <Until exception={exception} now={now} /> : end.at.slice(0, 10)}
                </Line>
              )}
              <Line term="Why">{reason}</Line>
              <Line term="Meanwhile">{control}</Line>
            </dl>
          </Card>
          <HonouredPlaces exception={exception} />
        </div>
        <div className="grid gap-4">
          <DecidePanel exception={exception} />
          <History exception={exception} />
        </div>
      </div>
    </>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{term}</dt>
      <dd className="min-w-0 break-words max-tablet:mb-3">{children}</dd>
    </>
  );
}

const DID = { approved: "Approved", refused: "Refused", withdrawn: "Taken back" } as const;

function History({ exception }: { exception: ExceptionDetailsView }) {
  const { requestedBy, requestedAt, decision, ended, state, until } = exception;
  const steps = [
    { what: "Asked for", by: requestedBy, at: requestedAt, reason: "" },
    ...(decision === undefined ? [] : [{ what: DID[decision.kind], ...decision }]),
    ...(ended === undefined ? [] : [{ what: "Ended", ...ended }]),
    ...(state === "expired" || state === "lapsed" ? [{ what: "Its time passed", by: "", at: until, reason: "" }] : []),
  ];
  return (
    <Card title="History">
      <ol className="grid gap-3">
        {steps.map(({ what, by, at, reason }) => (
          <li key={what}>
            <p>
              {what}
              {by !== "" && ` by ${by}`}{" "}
              <span className="text-faint text-label">
                <Time at={at} />
              </span>
            </p>
            {reason !== "" && <p className="text-soft">{reason}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
