import type { KubernetesObject } from "@fairlead/domain";
import type { Random } from "./seeded-random.ts";

const KINDS = ["Pod", "Job", "CronJob", "StatefulSet", "DaemonSet", "ReplicaSet"] as const;

/** The same pods under another kind; what makes no pods stays what it is. */
export function reshape(object: KubernetesObject, random: Random): KubernetesObject {
  const { template, selector } = Object(object.spec);
  if (object.kind !== "Deployment" || template === undefined) return object;
  const kind = random.pick(KINDS);
  const { metadata } = object;
  const once = () => ({ ...template, spec: { ...template.spec, restartPolicy: random.pick(["Never", "OnFailure"]) } });
  const job = () => ({
    ...(random.percent(50) ? { activeDeadlineSeconds: 600 } : {}),
    ...(random.percent(50) ? { backoffLimit: random.pick([0, 3, 20]) } : {}),
    ...(random.percent(50) ? { ttlSecondsAfterFinished: 600 } : {}),
    template: once(),
  });
  switch (kind) {
    case "Pod":
      return {
        apiVersion: "v1",
        kind,
        metadata: { ...metadata, labels: template.metadata.labels },
        spec: template.spec,
      };
    case "Job":
      return { apiVersion: "batch/v1", kind, metadata, spec: job() };
    case "CronJob":
      return {
        apiVersion: "batch/v1",
        kind,
        metadata,
        spec: { schedule: "0 3 * * *", jobTemplate: { spec: job() }, ...schedule(random) },
      };
    case "StatefulSet":
      return {
        apiVersion: "apps/v1",
        kind,
        metadata,
        spec: { serviceName: metadata.name, selector, template, ...claims(random) },
      };
    case "DaemonSet":
    case "ReplicaSet":
      return { apiVersion: "apps/v1", kind, metadata, spec: { selector, template } };
  }
}

function schedule(random: Random): Record<string, unknown> {
  return {
    ...(random.percent(50) ? { timeZone: "Etc/UTC", startingDeadlineSeconds: 300 } : {}),
    ...(random.percent(50) ? { concurrencyPolicy: random.pick(["Allow", "Forbid", "Replace"]) } : {}),
    ...(random.percent(50) ? { failedJobsHistoryLimit: random.pick([0, 2, 50]) } : {}),
  };
}

function claims(random: Random): Record<string, unknown> {
  if (random.percent(50)) return {};
  const accessModes = [random.pick(["ReadWriteOnce", "ReadWriteMany"])];
  const spec = {
    accessModes,
    resources: { requests: { storage: "1Gi" } },
    ...(random.percent(30) ? { storageClassName: "" } : {}),
  };
  return {
    volumeClaimTemplates: [{ metadata: { name: "data" }, spec }],
    ...(random.percent(50) ? { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } } : {}),
  };
}
