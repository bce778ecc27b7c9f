import { Card, LinkButton, Mono, Pill, Time } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { ExceptionLines } from "../exception/exception-lines.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { BreakersCard } from "./breakers-card.tsx";
import { MovePolicy } from "./move-policy.tsx";
import { PolicyClustersCard } from "./policy-clusters-card.tsx";
import { PolicyExamplesCard } from "./policy-examples-card.tsx";
import { PolicyTextCard } from "./policy-text-card.tsx";
import type { PolicyView } from "./policy-view.ts";
import { StageCard } from "./stage-card.tsx";
import { StagePill } from "./stage-pill.tsx";

export interface PolicyScreenProps {
  policy: PolicyView;
  /** Why this person can't move it; left out where they can. */
  refusal: string | undefined;
  now: Date;
}

/** One policy: what it says, how it is held, who breaks it, how clusters stand to it. */
export function PolicyScreen({ policy, refusal, now }: PolicyScreenProps) {
  const { id, title, severity, controls, stage, since, remedy, path } = policy;
  return (
    <>
      <PageHead
        trail={[{ label: "Policies", href: paths.policies() }]}
        title={title}
        state={<StagePill stage={stage} />}
        facts={
          <>
            <Mono>{id}</Mono>
            <Pill>{severity} severity</Pill>
            {controls.map((control) => (
              <Pill key={control}>{control}</Pill>
            ))}
            {since !== undefined && (
              <span>
                held so since <Time at={since} />
              </span>
            )}
          </>
        }
        actions={
          <>
            <LinkButton href={paths.askException({ policy: id })}>Ask for an exception</LinkButton>
            <MovePolicy policy={policy} refusal={refusal} />
          </>
        }
      />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <Card title="What it says">
            <div className="grid gap-3">
              <ul className="grid gap-1">
                {policy.validations.map(({ message, expression }) => (
                  <li key={expression} className="flex gap-2">
                    <span aria-hidden>·</span>
                    <span>Refuses: {message}</span>
                  </li>
                ))}
              </ul>
              <p>
                <span className="font-strong">What to do: </span>
                {remedy}
                {path !== "" && (
                  <>
                    {" "}
                    In the declaration this is <Mono>{placeOf(path)}</Mono>.
                  </>
                )}
              </p>
            </div>
          </Card>
          <BreakersCard policy={policy} />
          {policy.exceptions.length > 0 && (
            <Card title="Who is let off it">
              <ExceptionLines exceptions={policy.exceptions} now={now} withService />
            </Card>
          )}
          <PolicyExamplesCard policy={policy} />
          <PolicyTextCard policy={policy} />
        </div>
        <div className="grid gap-4">
          <StageCard policy={policy} />
          <PolicyClustersCard policy={policy} />
        </div>
      </div>
    </>
  );
}

/** Where an expression fills in the rest of a path, the place in front of it: `spec.env` of `spec.env.${name}`. */
function placeOf(path: string): string {
  return path.split("${")[0]?.replace(/\.$/, "") ?? path;
}
