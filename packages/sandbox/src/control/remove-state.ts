import { rmSync } from "node:fs";
import { postgresFolder } from "../postgres/postgres-folder.ts";
import { unprivilegedUser } from "../postgres/unprivileged-user.ts";

/** What removing the state takes away, for whoever is asked first. */
export function stateFolders(home: string): string[] {
  const user = unprivilegedUser();
  return user === undefined ? [home] : [home, postgresFolder(home, user)];
}

/** Takes away everything that the sandbox keeps. It must not run. */
export function removeState(home: string): void {
  for (const folder of stateFolders(home)) rmSync(folder, { recursive: true, force: true });
}
