import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freshDatabase } from "@fairlead/testing";
import { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { migrate } from "./index.ts";

// The SQL of the migrations is written by hand: this holds Prisma's picture of the database against it.

const SCHEMA = readFileSync(join(import.meta.dirname, "../../../prisma/schema.prisma"), "utf8");

/** What Postgres calls each type of the schema; types of fields that are none of these are models, so relations. */
const TYPES: Record<string, string> = {
  "String @db.Uuid": "uuid",
  String: "text",
  "String[]": "_text",
  Boolean: "bool",
  Int: "int4",
  BigInt: "int8",
  Json: "jsonb",
  "DateTime @db.Timestamptz": "timestamptz",
};

interface Column {
  name: string;
  type: string;
  nullable: boolean;
}

/** The columns of each model, read from the schema's text: generated clients carry no more than names. */
function modelsOf(schema: string): { table: string; columns: Column[] }[] {
  return [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].map(([, body = ""]) => ({
    table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "",
    columns: body.split("\n").flatMap(columnOf),
  }));
}

function columnOf(line: string): Column[] {
  const [, field, base, list = "", optional] = /^ {2}(\w+) +(\w+)(\[\])?(\?)?/.exec(line) ?? [];
  if (field === undefined || line.includes("@relation")) return [];
  const native = /@db\.(\w+)/.exec(line)?.[1];
  const spelled = `${base}${list}${native === undefined ? "" : ` @db.${native}`}`;
  const name = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field;
  return [{ name, type: TYPES[spelled] ?? spelled, nullable: optional !== undefined }];
}

const models = modelsOf(SCHEMA);
let tables: Map<string, Column[]>;

beforeAll(async () => {
  const url = await freshDatabase();
  await migrate(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Column & { table: string }>(
    `SELECT table_name AS table, column_name AS name, udt_name AS type, is_nullable = 'YES' AS nullable
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
     ORDER BY column_name`,
  );
  await client.end();
  tables = Map.groupBy(rows, ({ table }) => table);
});

test("every table has a model, and every model a table", () => {
  expect(models.map(({ table }) => table).sort()).toEqual([...tables.keys()].sort());
});

describe("names, types and what may be missing are the same in", () => {
  test.each(models.map(({ table, columns }) => [table, columns] as const))("%s", (table, columns) => {
    const there = (tables.get(table) ?? []).map(({ name, type, nullable }) => ({ name, type, nullable }));
    const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1);
    expect(columns.sort(byName)).toEqual(there.sort(byName));
  });
});
