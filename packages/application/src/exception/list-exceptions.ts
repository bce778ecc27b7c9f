import { type Actor, type ExceptionState, exceptionState } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ExceptionView } from "./exception-reader.ts";

/** What people look for: what waits for a decision, what holds, everything that ever was. */
export const EXCEPTION_FILTERS = ["requested", "in-force", "all"] as const;
export type ExceptionFilter = (typeof EXCEPTION_FILTERS)[number];

export interface ListedException extends ExceptionView {
  state: ExceptionState;
}

export interface ListExceptionsInput {
  filter: ExceptionFilter;
  service?: string;
  /** The number of the last one of the page before. */
  before?: number;
  limit: number;
}

/** Exceptions, the newest first, a page at a time. */
export async function listExceptions(
  deps: Pick<Deps, "read" | "now">,
  actor: Actor,
  { filter, service, before, limit }: ListExceptionsInput,
): Promise<{ items: ListedException[]; next?: number }> {
  requirePermission(actor, "catalog.read");
  const now = deps.now();
  const found = await deps.read.exception.list({
    group: GROUPS[filter],
    limit,
    ...(filter === "all" ? {} : { untilAfter: now }),
    ...(service === undefined ? {} : { service }),
    ...(before === undefined ? {} : { before }),
  });
  const last = found.length === limit ? found.at(-1)?.number : undefined;
  return {
    items: found
      .map((exception) => ({ ...exception, state: exceptionState(exception, now) }))
      .filter(({ state }) => filter === "all" || state === filter),
    ...(last === undefined ? {} : { next: last }),
  };
}

/** The reader narrows by what columns say; the state itself is the domain's to tell. */
const GROUPS = { requested: "undecided", "in-force": "approved", all: "all" } as const satisfies Record<
  ExceptionFilter,
  string
>;
