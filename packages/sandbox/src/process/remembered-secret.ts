import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A random secret of 48 characters, made once and kept in the state folder for its owner alone. */
export function rememberedSecret(home: string, name: string): string {
  const file = join(home, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
