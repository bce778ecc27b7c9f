import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The program, where somebody named it, where programs are, or where it was unpacked. */
export function findPromtool(cache: string): string | undefined {
  const { FAIRLEAD_PROMTOOL: named, PATH = "" } = process.env;
  const places = named === undefined ? [...PATH.split(delimiter).map(inFolder), unpackedPromtool(cache)] : [named];
  return places.find(isThere);
}

/** Where Debian's package is unpacked, between checkouts. */
export function unpackedPromtool(cache: string): string {
  return join(cache, "prometheus/usr/bin/promtool");
}

function inFolder(folder: string): string {
  return join(folder, "promtool");
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
