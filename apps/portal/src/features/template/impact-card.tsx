"use client";

import { Banner, Button, Card, Disclosure, Pill, ProgressBar, Time } from "@fairlead/ui";
import { useEffect, useRef, useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { ImpactGroups } from "./impact-groups.tsx";
import { type Impact, mergeImpact, servicesIn } from "./merge-impact.ts";

export interface ImpactCardProps {
  name: string;
  text: string;
  /** There is something to compare, and it can be read. */
  ready: boolean;
}

/** What the new version would change in all services that use the template, a page of them at a time. */
export function ImpactCard({ name, text, ready }: ImpactCardProps) {
  const [found, setFound] = useState<{ text: string; impact: Impact }>();
  const [problem, setProblem] = useState<CallProblem>();
  const running = useRef<AbortController>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => () => running.current?.abort(), []);

  async function compare() {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setBusy(true);
    setProblem(undefined);
    setFound(undefined);
    try {
      let impact: Impact | undefined;
      let after: string | undefined;
      do {
        const input = { name, text, ...(after === undefined ? {} : { after }) };
        const page = await browserApi.template.impact.query(input, { signal: abort.signal });
        if (abort.signal.aborted) return;
        impact = mergeImpact(impact, page);
        setFound({ text, impact });
        after = page.next;
      } while (after !== undefined);
    } catch (error) {
      if (!abort.signal.aborted) setProblem(problemOf(error));
    }
    if (running.current === abort) setBusy(false);
  }

  const impact = found?.impact;
  return (
    <Card
      title="What it changes for those who use it"
      {...(impact === undefined ? {} : { aside: <Age impact={impact} /> })}
    >
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={compare} busy={busy} refusal={ready ? undefined : "Write something that can be read first."}>
            Compare with all services
          </Button>
          {busy && impact !== undefined && (
            <div className="min-w-40 flex-1">
              <ProgressBar label="Comparing" value={impact.total === 0 ? 1 : impact.looked / impact.total} />
            </div>
          )}
          <span role="status">{impact === undefined ? "" : summaryOf(impact)}</span>
        </div>
        {problem !== undefined && <ProblemBanner problem={problem} />}
        {found !== undefined && found.text !== text && (
          <Banner tone="warn" title="The template has changed since: compare again." />
        )}
        {impact !== undefined && <Verdicts impact={impact} />}
        {impact !== undefined && <ImpactGroups groups={impact.groups} />}
        {impact !== undefined && impact.notCompared.length > 0 && (
          <p className="text-soft">Not compared, since they run nowhere: {impact.notCompared.join(", ")}.</p>
        )}
      </div>
    </Card>
  );
}

function Age({ impact }: { impact: Impact }) {
  return (
    <>
      as of <Time at={impact.asOf} form="clock" />
    </>
  );
}

function summaryOf({ looked, total, groups, complete }: Impact): string {
  const services = servicesIn(groups.flatMap(({ places }) => places)).length;
  const objects = groups.reduce(
    (sum, { kinds, places }) => sum + places.length * kinds.reduce((count, kind) => count + kind.count, 0),
    0,
  );
  const so = complete ? "" : ` so far, ${looked} of ${total} looked at`;
  if (services === 0)
    return `Nothing changes in any of ${complete ? total : looked} services${complete ? "" : " so far"}.`;
  const many = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  return `${many(objects, "object")} would change in ${many(services, "service")} of ${total}${so}.`;
}

function Verdicts({ impact: { verdicts, complete } }: { impact: Impact }) {
  if (verdicts.length === 0)
    return complete ? <p className="text-good">No policy or rule refuses anybody who passes now.</p> : null;
  return (
    <ul aria-label="Checks that change" className="grid gap-1">
      {verdicts.map(({ key, verdict, policy, reason, remedy, places }) => (
        <li key={key}>
          <Disclosure
            summary={
              <span className="flex flex-1 flex-wrap items-center gap-2">
                <Pill tone={verdict === "fails then" ? "bad" : "good"}>
                  {verdict === "fails then" ? "would fail" : "would pass"}
                </Pill>
                <span className="min-w-0">{policy ?? reason}</span>
                <span className="font-normal text-faint">{servicesIn(places).length} services</span>
              </span>
            }
          >
            <p className="text-soft">
              {reason} {remedy} For {servicesIn(places).join(", ")}.
            </p>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
