import type { ChangeFeed, LiveChange } from "@fairlead/application";

/** A change as a browser gets it. `everything`: changes may have been missed, look again at all that is shown. */
export type StreamedChange = LiveChange | { kind: "everything" };

/** More than this waiting for one slow browser is no longer worth telling apart. */
const MAX_WAITING = 200;

/**
 * The changes from now on, until the signal ends it. Many changes of one thing that wait for a slow reader become one.
 */
export async function* changeStream(feed: ChangeFeed, signal: AbortSignal): AsyncGenerator<StreamedChange> {
  const waiting = new Map<string, StreamedChange>();
  let wake = () => {};
  const add = (key: string, change: StreamedChange) => {
    if (waiting.size >= MAX_WAITING || change.kind === "everything") {
      waiting.clear();
      waiting.set("everything", { kind: "everything" });
    } else if (!waiting.has("everything")) waiting.set(key, change);
    wake();
  };
  const stop = feed.listen({
    changed: (change) => add(`${change.kind} ${change.id}`, change),
    lost: () => add("everything", { kind: "everything" }),
  });
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  try {
    while (!signal.aborted) {
      const batch = [...waiting.values()];
      waiting.clear();
      yield* batch;
      if (waiting.size > 0 || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stop();
    signal.removeEventListener("abort", onAbort);
  }
}
