import type { Deps } from "../deps.ts";

/** The newest version of a template where it is newer than the one that is named, `name@version`. */
export async function newerVersion(
  { read }: Pick<Deps, "read">,
  reference: string | undefined,
): Promise<string | undefined> {
  const [name, version] = reference?.split("@") ?? [];
  if (name === undefined || version === undefined) return undefined;
  const newest = await read.catalog.newestVersion(name);
  return newest !== undefined && isNewer(newest, version) ? newest : undefined;
}

/** By their numbers: 1.10.0 is newer than 1.9.0. */
function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  const at = (a ?? []).findIndex((part, index) => part !== b?.[index]);
  return at >= 0 && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}
