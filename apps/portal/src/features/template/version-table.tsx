import { Card, type Column, Table, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";

type Details = Answers["template"]["show"];
type Row = Details["versions"][number] & { services: number };

/** Every version: published when, by whom, what is new in it, and how many stayed on it. */
export function VersionTable({ versions, users }: Pick<Details, "versions" | "users">) {
  const rows = versions.map((version) => ({
    ...version,
    services: users.filter((user) => user.version === version.version).length,
  }));
  return (
    <Card title="Versions" flush>
      <Table caption="Versions" columns={COLUMNS} rows={rows} rowKey={({ version }) => version} />
    </Card>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "version",
    head: "Version",
    phone: "title",
    cell: ({ version, note }) => (
      <>
        <code className="font-mono">{version}</code>
        {note !== "" && <p className="max-w-prose text-label text-soft">{note}</p>}
      </>
    ),
  },
  { key: "services", head: "Services", numeric: true, cell: ({ services }) => services },
  {
    key: "published",
    head: "Published",
    numeric: true,
    cell: ({ publishedAt, by }) => (
      <span className="text-faint text-label">
        <Time at={publishedAt} /> {by === undefined ? "with the platform" : `by ${by}`}
      </span>
    ),
  },
];
