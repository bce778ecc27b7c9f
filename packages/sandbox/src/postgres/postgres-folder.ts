import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Where Postgres keeps its data: in the state folder; where we are root, which Postgres refuses to be, in a place
 * where its user can go whatever the rights of the state folder's parents are.
 */
export function postgresFolder(home: string, user: { uid: number } | undefined): string {
  if (user === undefined) return join(home, "postgres");
  const mark = createHash("sha256").update(home).digest("hex").slice(0, 12);
  return join(existsSync("/var/lib") ? "/var/lib" : tmpdir(), `fairlead-${user.uid}-${mark}`);
}
