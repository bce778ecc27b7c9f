import type { Key, ReactNode } from "react";
import { classNames } from "../style/class-names.ts";

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and ages stand right, in figures of one width. */
  numeric?: boolean;
  /**
   * On a phone: the row's title, what stands right of it (the column after the title's), a labelled line (the usual), a
   * line that needs no label, or left out.
   */
  phone?: "title" | "beside" | "labelled" | "bare" | "hidden";
}

export interface TableProps<Row> {
  /** What the table holds; read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
}

const PHONE = {
  title: "max-tablet:min-w-0 max-tablet:flex-1 max-tablet:text-reading",
  beside: "max-tablet:flex-none",
  labelled:
    "max-tablet:flex max-tablet:basis-full max-tablet:items-center max-tablet:justify-between max-tablet:gap-4 max-tablet:before:text-faint max-tablet:before:text-label max-tablet:before:content-[attr(data-head)]",
  bare: "max-tablet:basis-full",
  hidden: "max-tablet:hidden",
} as const satisfies Record<NonNullable<Column<unknown>["phone"]>, string>;

/**
 * Rows to compare, 44 px high, under a head that stays. On a phone each row is a short list instead, without the cells
 * that hold `None`; the roles are written out because a browser drops them from tables that are not laid out as such.
 */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: they are lost on a phone, see above
    <table role="table" className="w-full border-separate border-spacing-0 max-tablet:block">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-tablet:sr-only">
        <tr role="row">
          {columns.map(({ key, head, numeric }) => (
            <th
              key={key}
              role="columnheader"
              scope="col"
              className={classNames(
                "sticky top-14 z-1 border-line border-b bg-sunken px-3 py-2 font-medium text-faint text-label first:pl-4 last:pr-4",
                numeric ? "text-right" : "text-left",
              )}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-tablet:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="group max-tablet:flex max-tablet:flex-wrap max-tablet:items-center max-tablet:gap-x-3 max-tablet:gap-y-1 max-tablet:border-line max-tablet:border-b max-tablet:px-4 max-tablet:py-3 max-tablet:last:border-b-0"
          >
            {columns.map(({ key, head, cell, numeric, phone = "labelled" }) => (
              <td
                key={key}
                role="cell"
                data-head={head}
                className={classNames(
                  "max-tablet:has-data-none:hidden tablet:h-11 tablet:border-line tablet:border-b tablet:px-3 tablet:py-0.5 tablet:group-last:border-b-0 tablet:group-hover:bg-ground tablet:first:pl-4 tablet:last:pr-4",
                  numeric && "tabular-nums tablet:text-right",
                  PHONE[phone],
                )}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: they are lost on a phone, see above
  );
}
