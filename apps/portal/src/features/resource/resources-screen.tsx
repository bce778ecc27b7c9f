import { Card, EmptyState, LinkButton } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { DeclareButton } from "../declare/declare-button.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { FilterBar } from "../service/filter-bar.tsx";
import { type ServiceFilter, serviceFilterPath } from "../service/service-filter.ts";
import { ResourceTable } from "./resource-table.tsx";

export interface ResourcesScreenProps {
  me: Answers["session"]["me"];
  page: Answers["resource"]["list"];
  filter: ServiceFilter;
}

/** What does not run here, but is owned and needed like everything else. */
export function ResourcesScreen({ me, page: { items, total, nextCursor }, filter }: ResourcesScreenProps) {
  const declare = <DeclareButton me={me} />;
  return (
    <>
      <PageHead
        trail={[{ label: "Services", href: paths.services() }]}
        title="Off the platform"
        description="What does not run here: databases, bought services, machines. Owned and found like everything else."
        actions={declare}
      />
      <FilterBar filter={filter} total={total} />
      <Card flush>
        {items.length > 0 ? (
          <ResourceTable resources={items} />
        ) : filter.text !== "" || filter.mine ? (
          <EmptyState action={<LinkButton href={paths.resources()}>Show all</LinkButton>}>
            No resource matches.
          </EmptyState>
        ) : (
          <EmptyState action={declare}>
            What services need and Fairlead does not run stands here, with whom to call.
          </EmptyState>
        )}
      </Card>
      {nextCursor !== undefined && (
        <div className="flex justify-end">
          <LinkButton href={serviceFilterPath(filter, nextCursor)}>Next page</LinkButton>
        </div>
      )}
    </>
  );
}
