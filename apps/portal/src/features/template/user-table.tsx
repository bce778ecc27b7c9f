import { Card, type Column, EmptyState, Pill, Table, TextLink } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { OwnerCell } from "../list/owner-cell.tsx";

type User = Answers["template"]["show"]["users"][number];

/** The services that use a template, and which of them have a newer version to go to. */
export function UserTable({ users, newest }: { users: readonly User[]; newest: string }) {
  const behind = users.filter(({ version }) => version !== newest).length;
  const aside = behind === 0 ? "all on the newest version" : `${behind} of ${users.length} on an older version`;
  return (
    <Card title="Services that use it" {...(users.length === 0 ? {} : { aside })} flush>
      {users.length === 0 ? (
        <EmptyState>No service uses it yet.</EmptyState>
      ) : (
        <Table caption="Services that use it" columns={columns(newest)} rows={users} rowKey={({ name }) => name} />
      )}
    </Card>
  );
}

function columns(newest: string): readonly Column<User>[] {
  return [
    {
      key: "service",
      head: "Service",
      phone: "title",
      cell: ({ name, title }) => (
        <TextLink href={paths.service(name)} strong>
          {title}
        </TextLink>
      ),
    },
    {
      key: "owner",
      head: "Owner",
      cell: OwnerCell,
    },
    {
      key: "version",
      head: "Version",
      cell: ({ version }) => (
        <span className="flex items-center gap-2">
          <code className="font-mono text-label">{version}</code>
          {version !== newest && <Pill tone="warn">{newest} is out</Pill>}
        </span>
      ),
    },
  ];
}
