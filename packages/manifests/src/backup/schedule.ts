import { durationSeconds, type KubernetesObject } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import { objectLabels } from "../render/labels.ts";

export const BACKUP_API = "velero.io/v1";
const DEFAULT_RETENTION = "30d";

/** What a copy of a volume consists of; the objects that use it are rendered again, and Secrets stay in their store. */
const COPIED = [
  "persistentvolumeclaims",
  "persistentvolumes",
  "volumesnapshotclasses.snapshot.storage.k8s.io",
  "volumesnapshotcontents.snapshot.storage.k8s.io",
  "volumesnapshots.snapshot.storage.k8s.io",
];

/** Velero copies the volumes of one namespace by the clock. https://velero.io/docs/main/api-types/schedule/ */
export function backupSchedule(build: Build, cron: string): KubernetesObject {
  const { profile, destination, template, spec } = build;
  const retention = template.spec.traits?.backup?.retention ?? DEFAULT_RETENTION;
  const hours = Math.ceil((durationSeconds(retention) ?? 0) / 3600);
  const labels = objectLabels(build);
  const promises = (spec.storage ?? []).flatMap(({ name, recoveryPoint, recoveryTime }) => [
    ...(recoveryPoint === undefined ? [] : [[`recovery-point.fairlead.dev/${name}`, recoveryPoint]]),
    ...(recoveryTime === undefined ? [] : [[`recovery-time.fairlead.dev/${name}`, recoveryTime]]),
  ]);
  return {
    apiVersion: BACKUP_API,
    kind: "Schedule",
    metadata: {
      name: `fairlead-${destination.namespace}`,
      namespace: profile.backup?.namespace ?? "",
      labels,
      annotations: Object.fromEntries(promises),
    },
    spec: {
      schedule: cron,
      // A copy outlives its schedule: what was taken away can still be brought back.
      useOwnerReferencesInBackup: false,
      template: {
        includedNamespaces: [destination.namespace],
        includedResources: COPIED,
        metadata: { labels },
        snapshotVolumes: true,
        storageLocation: profile.backup?.storageLocation ?? "",
        ttl: `${hours}h0m0s`,
      },
    },
  };
}
