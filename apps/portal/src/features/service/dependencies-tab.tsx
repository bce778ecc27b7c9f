import { Card, EmptyState, Pill, TextLink } from "@fairlead/ui";
import type { ReactNode } from "react";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";

type Need = Answers["service"]["get"]["needs"][number];

export interface DependenciesTabProps {
  needs: readonly Need[];
  calledBy: readonly string[];
}

/** What it calls and who calls it. The network is open for exactly these. */
export function DependenciesTab({ needs, calledBy }: DependenciesTabProps) {
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2">
      <Lines title="It calls" empty="It calls nothing: its only way out is to look up names.">
        {needs.map((need) => (
          <NeedLine key={`${need.kind} ${need.name}`} need={need} />
        ))}
      </Lines>
      <Lines title="Called by" empty="No declared service calls it.">
        {calledBy.map((caller) => (
          <Line key={caller}>
            <TextLink href={paths.service(caller)} strong>
              {caller}
            </TextLink>
          </Line>
        ))}
      </Lines>
    </div>
  );
}

function NeedLine({ need: { kind, name, port, optional, owner } }: { need: Need }) {
  // What nobody declared has no page of its own; the look-up says what is known of it.
  const page = kind === "service" ? paths.service(name) : paths.resource(name);
  const href = owner === undefined ? paths.find(name) : page;
  return (
    <Line>
      <span className="flex flex-wrap items-center gap-x-2">
        {kind === "external" ? (
          <b>{name}</b>
        ) : (
          <TextLink href={href} strong>
            {name}
          </TextLink>
        )}
        {port !== undefined && <span className="text-faint text-label">port {port}</span>}
        {kind === "resource" && <span className="text-faint text-label">off the platform</span>}
        {kind === "external" && <span className="text-faint text-label">outside</span>}
      </span>
      <span className="flex flex-wrap items-center gap-2">
        {optional && <Pill>optional</Pill>}
        {owner !== undefined && <span className="text-soft">{owner.title}</span>}
        {owner === undefined && kind !== "external" && <Pill tone="warn">declared by nobody</Pill>}
      </span>
    </Line>
  );
}

function Lines({ title, empty, children }: { title: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <Card title={title} aside={children.length > 0 ? children.length : undefined} flush>
      {children.length === 0 ? <EmptyState>{empty}</EmptyState> : <ul>{children}</ul>}
    </Card>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <li className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-line border-t px-4 py-2">
      {children}
    </li>
  );
}
