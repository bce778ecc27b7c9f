import { Card, EmptyState, LinkButton, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { FilterToggle } from "../list/filter-toggle.tsx";
import { filterPolicies, type PolicyFilter, policyFilterPath, STAGES } from "./policy-filter.ts";
import { PolicySearch } from "./policy-search.tsx";
import { PolicyTable } from "./policy-table.tsx";

export interface PoliciesScreenProps {
  list: Answers["policy"]["list"];
  filter: PolicyFilter;
}

export function PoliciesScreen({ list: { policies, judged }, filter }: PoliciesScreenProps) {
  const shown = filterPolicies(policies, filter);
  return (
    <>
      <PageHead
        title="Policies"
        description="One text each, asked while the form is filled in and again by every cluster."
        facts={<Judged judged={judged} />}
        actions={<LinkButton href={paths.exceptions()}>Exceptions</LinkButton>}
      />
      <div className="flex flex-wrap items-center gap-2">
        <PolicySearch filter={filter} />
        {STAGES.map((stage) => (
          <FilterToggle
            key={stage}
            href={policyFilterPath({ ...filter, stage: filter.stage === stage ? undefined : stage })}
            on={filter.stage === stage}
          >
            {STAGE_WORDS[stage]}
          </FilterToggle>
        ))}
        <FilterToggle href={policyFilterPath({ ...filter, broken: !filter.broken })} on={filter.broken}>
          Broken now
        </FilterToggle>
        <FilterToggle href={policyFilterPath({ ...filter, differing: !filter.differing })} on={filter.differing}>
          Not in step
        </FilterToggle>
        <span role="status" className="ml-auto text-faint text-label">
          {shown.length === 1 ? "1 policy" : `${shown.length} policies`}
        </span>
      </div>
      <Card flush>
        {shown.length > 0 ? (
          <PolicyTable policies={shown} />
        ) : (
          <EmptyState action={<LinkButton href={paths.policies()}>Show all</LinkButton>}>No policy matches.</EmptyState>
        )}
      </Card>
    </>
  );
}

const STAGE_WORDS = { audit: "Audits", warn: "Warns", deny: "Denies" } as const;

/** How old what is said of services is, and what it does not know yet. */
export function Judged({ judged: { services, waiting, at } }: { judged: PoliciesScreenProps["list"]["judged"] }) {
  if (services === 0 && waiting === 0) return <span>Nothing was delivered yet, so nobody breaks a policy.</span>;
  return (
    <span>
      Asked about the newest manifests of {services === 1 ? "1 delivered service" : `${services} delivered services`}
      {at !== undefined && (
        <>
          , last <Time at={at} />
        </>
      )}
      {waiting > 0 && `; ${waiting} more ${waiting === 1 ? "waits" : "wait"} to be judged`}.
    </span>
  );
}
