/**
 * Run by npm, we end when npm ends, whatever ended it: a killed npm tells nobody. Run by hand, in a shell that may go,
 * we stay.
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 1000);
  timer.unref();
}
