import { isNewerVersion } from "@fairlead/domain";
import type { Deps } from "../deps.ts";

/** The newest version of a template where it is newer than the one that is named, `name@version`. */
export async function newerVersion(
  { read }: Pick<Deps, "read">,
  reference: string | undefined,
): Promise<string | undefined> {
  const [name, version] = reference?.split("@") ?? [];
  if (name === undefined || version === undefined) return undefined;
  const newest = await read.catalog.newestVersion(name);
  return newest !== undefined && isNewerVersion(newest, version) ? newest : undefined;
}
