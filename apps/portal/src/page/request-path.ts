import "server-only";
import { headers } from "next/headers";
import { PATH_HEADER } from "./path-header.ts";

/** The path and query of the page that is asked for. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? "/";
}
