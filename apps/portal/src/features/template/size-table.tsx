import { Card, type Column, Table } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";

type Sizes = Answers["template"]["show"]["document"]["spec"]["sizes"];
type Row = { name: string } & Sizes[string];

/** What one replica may be. */
export function SizeTable({ sizes }: { sizes: Sizes }) {
  const rows = Object.entries(sizes).map(([name, size]) => ({ name, ...size }));
  return (
    <Card title="Sizes" flush>
      <Table caption="Sizes" columns={COLUMNS} rows={rows} rowKey={({ name }) => name} />
    </Card>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "name", head: "Size", phone: "title", cell: ({ name }) => name },
  { key: "cpu", head: "CPU", numeric: true, cell: ({ cpu }) => cpu },
  { key: "memory", head: "Memory", numeric: true, cell: ({ memory }) => memory },
  { key: "disk", head: "Disk for scratch", numeric: true, cell: ({ ephemeralStorage }) => ephemeralStorage },
];
