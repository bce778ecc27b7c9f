import { type Column, None, Table, TextLink, Time } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import type { EnvironmentView } from "../cluster/with-away.ts";
import { OwnerCell } from "../list/owner-cell.tsx";
import { HealthState } from "./health-state.tsx";
import type { ServiceRowView } from "./service-view.ts";

export interface ServiceTableProps {
  services: readonly ServiceRowView[];
  /** In the order in which things go through them. */
  environments: readonly EnvironmentView[];
}

/** Services to compare: how each one is in every environment. */
export function ServiceTable({ services, environments }: ServiceTableProps) {
  return (
    <Table
      caption="Services"
      columns={[NAME, OWNER, TIER, ...environments.map(environmentColumn), VERSION, DEPLOYED]}
      rows={services}
      rowKey={({ name }) => name}
    />
  );
}

const NAME: Column<ServiceRowView> = {
  key: "name",
  head: "Service",
  phone: "title",
  cell: ({ name, title, description }) => (
    <>
      <TextLink href={paths.service(name)} strong>
        {title}
      </TextLink>
      <p className="max-w-70 truncate text-faint text-label">{description}</p>
    </>
  ),
};

const OWNER: Column<ServiceRowView> = {
  key: "owner",
  head: "Owner",
  cell: OwnerCell,
};

const TIER: Column<ServiceRowView> = {
  key: "tier",
  head: "Tier",
  numeric: true,
  phone: "hidden",
  cell: ({ tier }) => tier ?? <None />,
};

function environmentColumn({ name, title, away }: EnvironmentView): Column<ServiceRowView> {
  return {
    key: `environment ${name}`,
    head: title,
    cell: ({ environments }) => {
      const found = environments.find(({ environment }) => environment === name);
      return found === undefined ? <None /> : <HealthState health={found.health} away={away} />;
    },
  };
}

/** The version furthest along: of the last environment that has one. */
const VERSION: Column<ServiceRowView> = {
  key: "version",
  head: "Version",
  phone: "hidden",
  cell: ({ environments }) => {
    const version = environments.findLast((environment) => environment.version !== undefined)?.version;
    return version === undefined ? <None /> : <code className="font-mono text-label">{version}</code>;
  },
};

const DEPLOYED: Column<ServiceRowView> = {
  key: "deployed",
  head: "Deployed",
  numeric: true,
  cell: ({ environments }) => {
    const latest = environments
      .flatMap(({ deployedAt }) => deployedAt ?? [])
      .toSorted()
      .at(-1);
    if (latest === undefined) return <None />;
    return (
      <span className="text-faint text-label">
        <Time at={latest} form="bare" />
      </span>
    );
  },
};
