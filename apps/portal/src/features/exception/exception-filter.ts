import { paths } from "../../paths.ts";

export const EXCEPTION_LISTS = ["requested", "in-force", "all"] as const;

/** What a list of exceptions is narrowed to. */
export interface ExceptionFilter {
  list: (typeof EXCEPTION_LISTS)[number];
  service?: string | undefined;
  /** The number of the last one of the page before. */
  before?: number | undefined;
}

/** Reads the filter from an address, which anybody may have written. */
export function readExceptionFilter(query: Record<string, string | string[] | undefined>): ExceptionFilter {
  const one = (name: string) => [query[name]].flat()[0];
  const before = Number(one("before"));
  return {
    list: EXCEPTION_LISTS.find((list) => list === one("list")) ?? "requested",
    service: one("service")?.slice(0, 100),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
}

export function exceptionFilterPath({ list, service, before }: ExceptionFilter): string {
  const query = new URLSearchParams();
  if (list !== "requested") query.set("list", list);
  if (service !== undefined) query.set("service", service);
  if (before !== undefined) query.set("before", String(before));
  return query.size === 0 ? paths.exceptions() : `${paths.exceptions()}?${query}`;
}
