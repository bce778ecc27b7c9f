import { sizesOf } from "@fairlead/domain";
import { Card, type Column, Table } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";

type Row = ReturnType<typeof sizesOf>[number];

/** What one replica may be. */
export function SizeTable({ template }: { template: Answers["template"]["show"]["document"] }) {
  return (
    <Card title="Sizes" flush>
      <Table caption="Sizes" columns={COLUMNS} rows={sizesOf(template)} rowKey={({ name }) => name} />
    </Card>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "name", head: "Size", phone: "title", cell: ({ name }) => name },
  { key: "cpu", head: "CPU", numeric: true, cell: ({ cpu }) => cpu },
  { key: "memory", head: "Memory", numeric: true, cell: ({ memory }) => memory },
  { key: "disk", head: "Disk for scratch", numeric: true, cell: ({ ephemeralStorage }) => ephemeralStorage },
];
