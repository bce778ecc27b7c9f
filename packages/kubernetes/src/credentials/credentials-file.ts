import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { ClusterError } from "@fairlead/application";
import * as z from "zod";
import { SecretToken } from "./secret-token.ts";

/** The accounts that attachment makes, each for one thing. */
export const ACCOUNTS = ["guard", "tokens", "reader"] as const;
export type AccountName = (typeof ACCOUNTS)[number];

const accountSchema = z.object({ token: z.string().min(1), expiresAt: z.iso.datetime() });
const fileSchema = z.object({
  server: z.url(),
  caData: z.string(),
  accounts: z.object({ guard: accountSchema, tokens: accountSchema, reader: accountSchema }),
});

export interface Credentials {
  server: string;
  /** PEM. */
  ca: string;
  tokens: Record<AccountName, SecretToken>;
  /** RFC 3339, the earliest of the three. */
  expiresAt: string;
}

/** Reads what attachment wrote. A cluster without it has not been attached yet, or is not ours to reach. */
export function readCredentials(file: string, cluster: string): Credentials {
  const text = readText(file, cluster);
  const parsed = fileSchema.safeParse(parse(text));
  if (!parsed.success) throw new ClusterError("unauthorized", cluster, `its credentials file ${file} cannot be read`);
  const { server, caData, accounts } = parsed.data;
  return {
    server,
    ca: Buffer.from(caData, "base64").toString("utf8"),
    tokens: {
      guard: new SecretToken(accounts.guard.token),
      tokens: new SecretToken(accounts.tokens.token),
      reader: new SecretToken(accounts.reader.token),
    },
    expiresAt: ACCOUNTS.map((name) => accounts[name].expiresAt).sort()[0] ?? "",
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
