import type { AuditRecord } from "../audit/audit-store.ts";
import type { ClusterPort } from "./cluster-port.ts";
import type { ObservationStore } from "./observation-store.ts";

export interface RestartDeps {
  observations: Pick<ObservationStore, "destinations">;
  /** Writes audit records in Fairlead's own name. */
  append(records: readonly AuditRecord[]): Promise<void>;
}

/**
 * Restarts the services of a cluster whose secrets changed: a file follows by itself, but most processes read it once.
 * Level-triggered: a change is looked at as long as the cluster remembers it, and acted on once. What was restarted
 * stands in the service's activity.
 */
export async function restartForSecrets(
  { observations, append }: RestartDeps,
  cluster: Pick<ClusterPort, "changedSecrets" | "restartForSecrets">,
  name: string,
): Promise<void> {
  const all = await cluster.changedSecrets();
  if (all.length === 0) return;
  for (const { namespace, service, environment } of await observations.destinations(name)) {
    const changes = all.filter((change) => change.namespace === namespace);
    const secrets = changes.length === 0 ? [] : await cluster.restartForSecrets({ namespace, changes });
    if (secrets.length === 0) continue;
    const what = secrets.length === 1 ? `the secret ${secrets[0]} has` : `the secrets ${secrets.join(", ")} have`;
    const summary = `Restarting in ${environment} on ${name}: ${what} a new value`;
    const record = {
      action: "service.restart",
      subject: { kind: "Service", name: service },
      environment,
      details: { summary, cluster: name, secrets },
    };
    await append([record]);
  }
}
