import { Card, EmptyState, LinkButton } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { DeclareButton } from "../declare/declare-button.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { type ServiceFilter, serviceFilterPath } from "./service-filter.ts";
import { ServiceTable, type ServiceTableProps } from "./service-table.tsx";

export interface ServicesScreenProps extends ServiceTableProps {
  me: Answers["session"]["me"];
  filter: ServiceFilter;
  /** How many match, on all pages. */
  total: number;
  nextCursor?: string | undefined;
}

export function ServicesScreen({ me, services, environments, filter, total, nextCursor }: ServicesScreenProps) {
  const declare = <DeclareButton me={me} />;
  const actions = (
    <>
      <LinkButton href={paths.adopt()}>Adopt</LinkButton>
      {declare}
    </>
  );
  const filtered = filter.text !== "" || filter.mine || filter.notHealthy;
  return (
    <>
      <PageHead title="Services" actions={actions} />
      <FilterBar filter={filter} total={total} />
      <Card flush>
        {services.length > 0 ? (
          <ServiceTable services={services} environments={environments} />
        ) : filtered ? (
          <EmptyState action={<LinkButton href={paths.services()}>Show all</LinkButton>}>
            No service matches. A hostname, a pod or an image is found by the box above.
          </EmptyState>
        ) : (
          <EmptyState action={declare}>Everything that runs stands here, with who owns it and how it is.</EmptyState>
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
