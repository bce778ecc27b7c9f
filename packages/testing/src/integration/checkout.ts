import type { KubernetesObject } from "@fairlead/domain";
import { readBases } from "../../../policy/testing/read-library.ts";

/** A well-made workload that keeps every policy, in a namespace, changed where a test wants it to be. */
export function checkout(
  kind: "Deployment" | "CronJob" | "Job" | "Pod" | "ConfigMap",
  namespace: string,
  change: (object: string) => string = (text) => text,
): KubernetesObject {
  const base = readBases().get(kind);
  if (base === undefined) throw new Error(`There is no ${kind} among the bases.`);
  return JSON.parse(change(JSON.stringify({ ...base, metadata: { ...base.metadata, namespace } })));
}

/** May run as root, which the policy run-as-non-root is about. */
export function asRoot(text: string): string {
  return text.replaceAll('"runAsNonRoot":true', '"runAsNonRoot":false');
}
