import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { ClusterError } from "@fairlead/application";
import { Secret } from "@fairlead/env";
import * as z from "zod";

/** The accounts that attachment makes, each for one thing; an admin may keep *policy*. */
const ACCOUNTS = ["guard", "tokens", "reader", "backup", "policy"] as const;
export type AccountName = (typeof ACCOUNTS)[number];

const accountSchema = z.object({ token: z.string().min(1), expiresAt: z.iso.datetime() });
const fileSchema = z.object({
  server: z.url(),
  /** PEM in base64; the system's own authorities where left out. */
  caData: z.string().optional(),
  serverName: z.string().optional(),
  accounts: z.object({
    guard: accountSchema,
    tokens: accountSchema,
    reader: accountSchema,
    /** Not there where the cluster was attached before backups were written. */
    backup: accountSchema.optional(),
    policy: accountSchema.optional(),
  }),
});

export interface Credentials {
  server: string;
  /** PEM. */
  ca?: string;
  serverName?: string;
  tokens: Record<Exclude<AccountName, "backup" | "policy">, Secret> & { backup?: Secret; policy?: Secret };
}

/** Reads what attachment wrote. A cluster without it has not been attached yet, or is not ours to reach. */
export function readCredentials(file: string, cluster: string): Credentials {
  const parsed = fileSchema.safeParse(parse(readText(file, cluster)));
  if (!parsed.success)
    throw new ClusterError("unauthorized", cluster, "its credentials file can't be read. Attach it again");
  const { server, caData, serverName, accounts } = parsed.data;
  return {
    server,
    ...(caData === undefined ? {} : { ca: Buffer.from(caData, "base64").toString("utf8") }),
    ...(serverName === undefined ? {} : { serverName }),
    tokens: {
      guard: new Secret(accounts.guard.token),
      tokens: new Secret(accounts.tokens.token),
      reader: new Secret(accounts.reader.token),
      ...(accounts.backup === undefined ? {} : { backup: new Secret(accounts.backup.token) }),
      ...(accounts.policy === undefined ? {} : { policy: new Secret(accounts.policy.token) }),
    },
  };
}

/** Writes the file in one step, for its owner alone. */
export function writeCredentials(file: string, content: z.input<typeof fileSchema>): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readText(file: string, cluster: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ClusterError("away", cluster, "it has not been attached yet", { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
