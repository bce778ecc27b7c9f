import {
  ClusterError,
  type ClusterReference,
  type KeepExceptionsDeps,
  keepExceptions,
  lookForExceptions,
} from "@fairlead/application";
import type { Leases, LoopDeps } from "./loop-deps.ts";
import { pause } from "./pause.ts";

const LEASE = "keep-exceptions";
/** A decision wakes the loop; that time passes, nobody tells. */
const EVERY_MS = 5000;
/** Every job wakes it, deliveries' too: no more often than this. */
const REST_MS = 300;
/** How often all namespaces of a cluster are looked at, for what somebody changed by hand. */
const LOOK_MS = 60_000;

export type KeepExceptionsLoopDeps = Pick<LoopDeps, "clusters" | "log" | "metrics" | "signal"> &
  KeepExceptionsDeps & {
    leases: Leases;
    /** Calls back whenever something was decided. */
    onDecision(wake: () => void): void;
  };

/** Keeps what clusters honour in step with the exceptions that hold, one process for all, until the signal. */
export async function keepExceptionsLoop(deps: KeepExceptionsLoopDeps): Promise<void> {
  const { labels, leases, log, metrics, signal } = deps;
  const looked = new Map<string, number>();
  let nudge = new AbortController();
  deps.onDecision(() => nudge.abort());
  while (!signal.aborted) {
    nudge = new AbortController();
    try {
      if (await leases.take(LEASE)) {
        // At once: one that does not answer must not hold up the others.
        await Promise.all((await labels.clusters()).map((reference) => keep(deps, reference, looked)));
      }
    } catch (error) {
      metrics.internalErrors.inc({ where: "keep-exceptions" });
      log.error({ err: error }, "exceptions could not be kept in step");
    }
    await pause(REST_MS, signal);
    await pause(EVERY_MS, AbortSignal.any([signal, nudge.signal]));
  }
  await leases.giveBack(LEASE).catch(() => {});
}

async function keep(
  { clusters, labels, now, log }: KeepExceptionsLoopDeps,
  reference: ClusterReference,
  looked: Map<string, number>,
): Promise<void> {
  const { name } = reference;
  try {
    const port = await clusters.cluster(reference);
    const moment = now().getTime();
    if (moment - (looked.get(name) ?? Number.NEGATIVE_INFINITY) >= LOOK_MS) {
      await lookForExceptions({ labels }, name, port);
      looked.set(name, moment);
    }
    const changed = await keepExceptions({ labels, now }, name, port);
    if (changed > 0) log.info({ cluster: name, changed }, "namespaces follow the exceptions that hold");
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    // That it is away is told by the probe; the next round goes on.
    const { failure, message } = error;
    log[failure === "away" ? "debug" : "warn"]({ cluster: name, failure, reason: message }, "exceptions wait");
  }
}
