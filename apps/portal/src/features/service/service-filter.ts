import { paths } from "../../paths.ts";

/** What a list of services is narrowed to. */
export interface ServiceFilter {
  text: string;
  mine: boolean;
  notHealthy: boolean;
  /** What does not run here, but is owned and needed: a list of its own. */
  offPlatform?: boolean | undefined;
  /** From the page before. */
  cursor?: string | undefined;
}

const MAX_TEXT = 100;

/** Reads the filter from an address, which anybody may have written. */
export function readServiceFilter(query: Record<string, string | string[] | undefined>): ServiceFilter {
  const one = (name: string) => [query[name]].flat()[0];
  return {
    text: (one("text") ?? "").slice(0, MAX_TEXT),
    mine: one("mine") === "1",
    notHealthy: one("unhealthy") === "1",
    cursor: one("cursor"),
  };
}

/** The address of a filtered list. A changed filter begins at the first page. */
export function serviceFilterPath({ text, mine, notHealthy, offPlatform }: ServiceFilter, cursor?: string): string {
  const query = new URLSearchParams();
  if (text !== "") query.set("text", text);
  if (mine) query.set("mine", "1");
  if (notHealthy && !offPlatform) query.set("unhealthy", "1");
  if (cursor !== undefined) query.set("cursor", cursor);
  const list = offPlatform ? paths.resources() : paths.services();
  return query.size === 0 ? list : `${list}?${query}`;
}
