import { generateKeyPairSync, randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JWK } from "oidc-provider";
import * as z from "zod";

const keysSchema = z.array(z.looseObject({ kty: z.literal("RSA"), kid: z.string(), use: z.literal("sig") }));

/** The key that signs ID tokens: made once, kept in the state folder for its owner alone. */
export function signingKeys(home: string): JWK[] {
  const file = join(home, "identity-keys.json");
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const keys = [{ ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig" }];
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return keysSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
