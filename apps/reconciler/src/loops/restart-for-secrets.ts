import { ClusterError, type RestartDeps, restartForSecrets } from "@fairlead/application";
import type { Leases, LoopDeps } from "./loop-deps.ts";
import { pause } from "./pause.ts";

const LEASE = "restart-for-secrets";
const EVERY_MS = 30_000;

/** Restarts what uses a secret that changed, one process for all clusters, until the signal. */
export async function restartForSecretsLoop(
  deps: LoopDeps & { leases: Leases; append: RestartDeps["append"] },
): Promise<void> {
  const { clusters, observations, leases, log, metrics, signal } = deps;
  while (!signal.aborted) {
    try {
      const references = (await leases.take(LEASE)) ? await observations.clusters() : [];
      await Promise.all(
        references.map(async (reference) => {
          try {
            await restartForSecrets(deps, await clusters.cluster(reference), reference.name);
          } catch (error) {
            if (!(error instanceof ClusterError)) throw error;
            // That it is away is told by the probe.
            const { failure, message } = error;
            const level = failure === "away" ? "debug" : "warn";
            log[level]({ cluster: reference.name, failure, reason: message }, "changed secrets were not looked at");
          }
        }),
      );
    } catch (error) {
      metrics.internalErrors.inc({ where: "restart" });
      log.error({ err: error }, "a restart for a secret ended in our mistake");
    }
    await pause(EVERY_MS, signal);
  }
  await leases.giveBack(LEASE).catch(() => {});
}
