/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  // Not a setting: the bundler says here for which runtime it builds.
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("./server/start.ts")).start();
}
