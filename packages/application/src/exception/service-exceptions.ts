import { type Actor, type ExceptionInForce, exceptionState, exceptionsInForce } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ListedException } from "./list-exceptions.ts";

/** What serves somewhere under an exception that is over: the next deploy makes it without. */
export interface OutlivedException {
  number: number;
  environment: string;
  cluster: string;
}

export interface ServiceExceptions {
  /** What waits for a decision or holds. */
  open: ListedException[];
  outlived: OutlivedException[];
}

/** The exceptions of a service that matter now. */
export async function serviceExceptions(
  deps: Pick<Deps, "read" | "now">,
  actor: Actor,
  service: string,
): Promise<ServiceExceptions> {
  requirePermission(actor, "catalog.read");
  const now = deps.now();
  const [undecided, approved, places] = await Promise.all([
    deps.read.exception.list({ group: "undecided", service, untilAfter: now, limit: 50 }),
    deps.read.exception.approvedOf(service),
    deps.read.exception.places(service),
  ]);
  const open = [...undecided, ...approved]
    .map((exception) => ({ ...exception, state: exceptionState(exception, now) }))
    .filter(({ state }) => state === "requested" || state === "in-force");
  const outlived = places.flatMap(({ environment, cluster, servingUnder }) => {
    const inForce = exceptionsInForce(approved, { service, environment, now });
    return servingUnder
      .filter((number) => !isAmong(inForce, number))
      .map((number) => ({ number, environment, cluster }));
  });
  return { open, outlived };
}

function isAmong(inForce: readonly ExceptionInForce[], wanted: number): boolean {
  return inForce.some(({ number }) => number === wanted);
}
