import type { ServiceDocument } from "@fairlead/domain";
import { Card, EmptyState, Mono, Pill, TextLink } from "@fairlead/ui";
import type { ReactNode } from "react";
import { paths } from "../../paths.ts";

type Need = NonNullable<ServiceDocument["spec"]["needs"]>[number];

export interface DependenciesTabProps {
  needs: readonly Need[];
  calledBy: readonly string[];
}

/** What it calls and who calls it. The network is open for exactly these. */
export function DependenciesTab({ needs, calledBy }: DependenciesTabProps) {
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2">
      <Lines title="It calls" empty="It calls nothing: no way out but to look up names.">
        {needs.map((need) => {
          const { key, name, note, variable } = describeNeed(need);
          return (
            <Line key={key}>
              <span>
                {name} <span className="text-faint text-label">{note}</span>
              </span>
              <span className="flex items-center gap-2">
                {"optional" in need && need.optional === true && <Pill>optional</Pill>}
                {variable !== undefined && <Mono>{variable}</Mono>}
              </span>
            </Line>
          );
        })}
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

function describeNeed(need: Need): { key: string; name: ReactNode; note: string; variable?: string | undefined } {
  if ("service" in need) {
    const name = (
      <TextLink href={paths.service(need.service)} strong>
        {need.service}
      </TextLink>
    );
    return { key: `service ${need.service}`, name, note: need.port ?? "", variable: need.as };
  }
  if ("resource" in need) {
    const name = (
      <TextLink href={paths.find(need.resource)} strong>
        {need.resource}
      </TextLink>
    );
    return { key: `resource ${need.resource}`, name, note: "off the platform", variable: need.as };
  }
  return { key: `external ${need.external}`, name: <b>{need.external}</b>, note: `port ${need.port}, outside` };
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
