import { freshDatabase } from "@fairlead/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database, migrate, readers } from "./index.ts";
import { toStoreError } from "./store-error.ts";

let database: Database;
const environment = { name: "dev", title: "Dev", sortOrder: 1, document: {} };

beforeAll(async () => {
  const url = await freshDatabase();
  await migrate(url);
  database = connect(url);
  await database.prisma.environment.create({ data: environment });
});
afterAll(() => database.close());

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => toStoreError(error).code,
  );

describe("what the database says becomes our words", () => {
  test("a row that is there already is a conflict, by client and by SQL", async () => {
    expect(await codeOf(database.prisma.environment.create({ data: environment }))).toBe("conflict");
    const sql = "INSERT INTO environment (name, title, sort_order, document) VALUES ('dev', '', 1, '{}')";
    expect(await codeOf(database.prisma.$executeRawUnsafe(sql))).toBe("conflict");
    expect(await codeOf(database.pool.query(sql))).toBe("conflict");
  });

  test("a broken rule is our mistake", async () => {
    const orphan = { environment: "nowhere", cluster: "none", sortOrder: 1 };
    expect(await codeOf(database.prisma.placement.create({ data: orphan }))).toBe("internal");
  });

  test("a connection that is cut, and a transaction that takes too long, are out of reach", async () => {
    expect(await codeOf(database.pool.query("SELECT pg_terminate_backend(pg_backend_pid())"))).toBe("unreachable");
    const slow = database.prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_sleep(0.4)`;
        await tx.environment.findMany();
      },
      { timeout: 100 },
    );
    expect(await codeOf(slow)).toBe("unreachable");
  });

  test("a database that is away is out of reach for every reader, without its address in the message", async () => {
    const away = connect("postgres://fairlead:secret@127.0.0.1:1/fairlead");
    const read = readers(away);
    const attempts = [
      () => read.service.list({ limit: 1 }),
      () => read.catalog.teams(),
      () => read.lookup.entities(["checkout"]),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({
        code: "unreachable",
        message: expect.not.stringContaining("127"),
      });
    }
    await away.close();
  });
});
