import { type ClaimedJob, type DeliverDeps, deliverRelease, type JobQueue } from "@fairlead/application";
import type { LoopDeps } from "./loop-deps.ts";
import { pause } from "./pause.ts";

const QUEUE = "deliver";
/** Polling is the truth; the signal makes it quick. */
const POLL_MS = 500;
const HEARTBEAT_MS = 4000;
/** After a mistake of our own, which may pass: a database that was away, for one. */
const MISTAKE_MS = 10_000;

export type DeliverLoopDeps = LoopDeps &
  DeliverDeps & {
    jobs: JobQueue;
    /** Calls back whenever a job was asked for. */
    onJob(wake: () => void): void;
    /** How many deliveries at once; each is a step of a few seconds at most. */
    concurrency: number;
  };

/** Takes deliveries that are due and brings each a step further, until the signal. */
export async function deliverLoop(deps: DeliverLoopDeps): Promise<void> {
  const { jobs, log, signal, concurrency } = deps;
  const running = new Set<Promise<void>>();
  let nudge = new AbortController();
  const wake = () => nudge.abort();
  deps.onJob(wake);

  while (!signal.aborted) {
    nudge = new AbortController();
    const free = concurrency - running.size;
    const claimed =
      free === 0
        ? []
        : await jobs.claim(QUEUE, free).catch((error: unknown) => {
            log.error({ err: error }, "jobs could not be claimed");
            return [];
          });
    for (const job of claimed) {
      const run = work(deps, job).finally(() => {
        running.delete(run);
        wake();
      });
      running.add(run);
    }
    // More may be due than were asked for.
    if (claimed.length === 0 || claimed.length < free) await pause(POLL_MS, AbortSignal.any([signal, nudge.signal]));
  }
  await Promise.all(running);
}

async function work(deps: DeliverLoopDeps, job: ClaimedJob): Promise<void> {
  const { jobs, log, metrics } = deps;
  const end = metrics.runs.startTimer();
  // A lease that was lost is no harm: what this worker writes from then on is fenced off.
  const beat = setInterval(() => void jobs.heartbeat(QUEUE, job).catch(() => {}), HEARTBEAT_MS);
  try {
    const next = await deliverRelease(deps, job.key);
    if (next.done) await jobs.finish(QUEUE, job);
    else await jobs.again(QUEUE, job, next.afterMs);
    end({ outcome: next.done ? "done" : "again" });
  } catch (error) {
    end({ outcome: "error" });
    metrics.internalErrors.inc({ where: "deliver" });
    log.error({ err: error, delivery: job.key }, "a delivery ended in our mistake");
    // Where this fails too, the lease runs out and somebody takes over.
    await jobs.again(QUEUE, job, MISTAKE_MS).catch(() => {});
  } finally {
    clearInterval(beat);
  }
}
