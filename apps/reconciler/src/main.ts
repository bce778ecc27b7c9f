import { EnvError, readReconcilerEnv } from "@fairlead/env";
import { createLog } from "./log.ts";
import { startReconciler } from "./reconciler.ts";

/** A supervisor gives ten seconds at least; whatever is not done by then is taken over by another process. */
const GRACE_MS = 8000;

try {
  const env = readReconcilerEnv();
  const log = createLog(env.logLevel);
  const reconciler = await startReconciler(env, log);
  const end = (signal: string) => {
    log.info({ signal }, "the reconciler ends");
    setTimeout(() => process.exit(0), GRACE_MS).unref();
    void reconciler.stop().then(() => process.exit(0));
  };
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, end);
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
