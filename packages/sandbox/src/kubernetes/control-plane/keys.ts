import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Who may do what they like in a sandbox's cluster, each with a token of its own. */
const MASTERS = ["admin", "kwok"] as const;
const COMPONENTS = ["kube-controller-manager", "kube-scheduler"] as const;
export type Account = (typeof MASTERS)[number] | (typeof COMPONENTS)[number];

export interface Keys {
  folder: string;
  serviceAccountKey: string;
  serviceAccountPublicKey: string;
  tokenFile: string;
  token(account: Account): string;
}

/** The keys of one cluster: made once, kept in its folder (0600), the same after a restart. */
export function keysOf(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = {
    serviceAccountKey: join(folder, "service-account.key"),
    serviceAccountPublicKey: join(folder, "service-account.pub"),
    tokenFile: join(folder, "tokens.csv"),
  };
  if (!existsSync(files.tokenFile)) {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    const lines = [
      ...MASTERS.map((name) => `${randomBytes(24).toString("hex")},${name},${name},"system:masters"`),
      ...COMPONENTS.map((name) => `${randomBytes(24).toString("hex")},system:${name},${name}`),
    ];
    writeFileSync(files.serviceAccountKey, privateKey, { mode: 0o600 });
    writeFileSync(files.serviceAccountPublicKey, publicKey, { mode: 0o600 });
    writeFileSync(files.tokenFile, `${lines.join("\n")}\n`, { mode: 0o600 });
  }
  const tokens = new Map(
    readFileSync(files.tokenFile, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(",") as [string, string])
      .map(([token, user]) => [user.replace(/^system:/, ""), token]),
  );
  return { folder, ...files, token: (account) => tokens.get(account) ?? "" };
}
