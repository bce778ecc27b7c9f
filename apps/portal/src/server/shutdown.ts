import "server-only";

/** What streams get to end before the process does; a supervisor gives ten seconds at least. */
const GRACE_MS = 1500;

/**
 * Ends the process soon after it was asked to. Next would wait for open streams, which last as long as a browser is
 * there: so they are told first (see live/changes), and nobody is waited for longer than the grace.
 */
export function onShutdown(controller: AbortController, close: () => Promise<void>): void {
  const end = () => {
    if (controller.signal.aborted) return;
    controller.abort();
    setTimeout(() => process.exit(0), GRACE_MS);
    void close();
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}
