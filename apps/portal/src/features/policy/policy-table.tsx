import { type Column, None, Pill, Table, TextLink } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import type { PolicySummaryView } from "./policy-filter.ts";
import { NextStage, StagePill } from "./stage-pill.tsx";

export function PolicyTable({ policies }: { policies: readonly PolicySummaryView[] }) {
  return <Table caption="Policies" columns={COLUMNS} rows={policies} rowKey={({ id }) => id} />;
}

const SEVERITY_TONES = { high: "bad", medium: "warn", low: "quiet" } as const;

const COLUMNS: readonly Column<PolicySummaryView>[] = [
  {
    key: "title",
    head: "Policy",
    phone: "title",
    cell: ({ id, title }) => (
      <div className="tablet:py-1.5 max-tablet:text-body">
        <TextLink href={paths.policy(id)} strong>
          {title}
        </TextLink>
        <p className="font-mono text-faint text-label max-tablet:hidden">{id}</p>
      </div>
    ),
  },
  {
    key: "severity",
    head: "Severity",
    phone: "hidden",
    cell: ({ severity }) => <Pill tone={SEVERITY_TONES[severity]}>{severity}</Pill>,
  },
  {
    key: "stage",
    head: "Stage",
    phone: "beside",
    cell: ({ stage, next }) => (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <StagePill stage={stage} />
        <NextStage next={next} />
      </span>
    ),
  },
  {
    key: "controls",
    head: "Controls",
    phone: "hidden",
    cell: ({ controls }) => <span className="text-faint text-label">{controls.join(", ")}</span>,
  },
  {
    key: "services",
    head: "Broken by",
    numeric: true,
    cell: ({ services }) =>
      services === 0 ? <None>nobody</None> : services === 1 ? "1 service" : `${services} services`,
  },
  {
    key: "clusters",
    head: "In step",
    numeric: true,
    cell: ({ clusters: { inStep, total } }) =>
      total === 0 ? (
        <span className="text-faint">not looked yet</span>
      ) : inStep < total ? (
        <span className="font-strong text-warn">
          {inStep} of {total}
        </span>
      ) : (
        // Nothing to do about it: on a phone only what is not in step takes a line.
        <span data-none>
          {inStep} of {total}
        </span>
      ),
  },
];
