import { ClusterError } from "@fairlead/application";
import type { Session } from "../credentials/session.ts";
import { waitUntil } from "../wait-until.ts";

const TAKE_EFFECT_MS = 30_000;

/** A new policy takes about a second to work: attachment is done when one of them refuses what it must. */
export async function untilGuardsHold(admin: Session): Promise<void> {
  const secret = {
    apiVersion: "v1",
    kind: "Secret",
    type: "kubernetes.io/service-account-token",
    metadata: { generateName: "probe-", annotations: { "kubernetes.io/service-account.name": "guard" } },
  };
  const path = "/api/v1/namespaces/fairlead-system/secrets";
  const isRefused = async () => {
    try {
      await admin.request({ method: "POST", path, query: { dryRun: "All" }, body: secret });
      return false;
    } catch (error) {
      if (error instanceof ClusterError && error.message.includes("no lasting tokens here")) return true;
      throw error;
    }
  };
  if (await waitUntil(isRefused, TAKE_EFFECT_MS)) return;
  throw new ClusterError(
    "forbidden",
    admin.cluster,
    "its admission policies don't take effect. Are they switched off?",
  );
}
