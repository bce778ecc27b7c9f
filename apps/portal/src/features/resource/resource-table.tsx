import { type Column, None, Table, TextLink } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { OwnerCell } from "../list/owner-cell.tsx";

type ResourceRow = Answers["resource"]["list"]["items"][number];

/** What is off the platform: what it is, whose it is, and how much hangs on it. */
export function ResourceTable({ resources }: { resources: readonly ResourceRow[] }) {
  return <Table caption="Resources" columns={COLUMNS} rows={resources} rowKey={({ name }) => name} />;
}

const COLUMNS: readonly Column<ResourceRow>[] = [
  {
    key: "name",
    head: "Resource",
    phone: "title",
    cell: ({ name, title, description }) => (
      <>
        <TextLink href={paths.resource(name)} strong>
          {title}
        </TextLink>
        <p className="max-w-70 truncate text-faint desk:max-w-120 text-label">{description}</p>
      </>
    ),
  },
  { key: "type", head: "Type", cell: ({ type }) => type },
  {
    key: "owner",
    head: "Owner",
    cell: OwnerCell,
  },
  { key: "tier", head: "Tier", numeric: true, phone: "hidden", cell: ({ tier }) => tier ?? <None /> },
  { key: "needed", head: "Needed by", numeric: true, cell: ({ neededBy }) => neededBy },
];
