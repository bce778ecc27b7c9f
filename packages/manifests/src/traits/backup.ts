import { durationSeconds, type KubernetesObject, offers } from "@fairlead/domain";
import { cronEvery, intervalFor, SHORTEST_RECOVERY_POINT } from "../backup/interval.ts";
import { BACKUP_API, backupSchedule } from "../backup/schedule.ts";
import type { Build } from "../render/build.ts";
import { defaultStorageClass } from "../render/default-storage-class.ts";
import { labelValue } from "../render/labels.ts";
import { fixedRoleBinding } from "../render/role-bindings.ts";
import type { Trait } from "./trait.ts";

/**
 * Copies of the volumes, as often as the shortest recovery point asks for. In production a promise that cannot be kept
 * is refused; elsewhere it is said.
 */
export const backup: Trait = (build) => {
  const promised = (build.spec.storage ?? []).flatMap((storage, index) =>
    storage.recoveryPoint === undefined
      ? []
      : [{ storage, index, seconds: durationSeconds(storage.recoveryPoint) ?? 0 }],
  );
  if (promised.length === 0) return {};
  const broken = promised.flatMap(({ storage, index, seconds }) => {
    const why = whyNot(build, seconds);
    return why === undefined ? [] : [{ ...why, storage, index }];
  });
  if (broken.length === 0) {
    return {
      guarded: copies(build, Math.min(...promised.map(({ seconds }) => seconds))),
      // A label, so that a guard asks those namespaces alone that are copied.
      lent: { labels: { "fairlead.dev/backup-location": labelValue(build.profile.backup?.storageLocation ?? "") } },
    };
  }
  if (build.environment.spec.production !== true) {
    return {
      gaps: broken.map(({ storage, because, remedy }) => ({ what: `Backup of ${storage.name}`, because, remedy })),
    };
  }
  return {
    violations: broken.map(({ index, because, remedy }) => ({
      path: `spec.storage.${index}.recoveryPoint`,
      reason: `cannot be kept: ${because}`,
      remedy,
      severity: "error",
    })),
  };
};

/** The Schedule lies in Velero's namespace; the account *backup* may write it because it is bound in this one. */
function copies(build: Build, seconds: number): KubernetesObject[] {
  const account = { kind: "ServiceAccount" as const, name: "backup", namespace: "fairlead-system" };
  const cron = cronEvery(intervalFor(seconds), build.destination.namespace);
  return [fixedRoleBinding(build, "fairlead-backup-namespace", [account]), backupSchedule(build, cron)];
}

function whyNot({ profile, destination }: Build, seconds: number): { because: string; remedy: string } | undefined {
  const { cluster } = destination;
  if (profile.backup?.storageLocation === undefined || !offers(profile, `${BACKUP_API}/Schedule`)) {
    const because = `${cluster} keeps no backups`;
    return {
      because,
      remedy:
        "Place the data on a cluster with Velero and a backup location, use a database as a service, or leave the recovery point out if the data may be lost.",
    };
  }
  if (seconds < SHORTEST_RECOVERY_POINT) {
    const because = "copies of whole volumes are made every half hour at most";
    return {
      because,
      remedy: "Give an hour or more, or keep the data where every write is shipped: a database as a service.",
    };
  }
  const standard = defaultStorageClass(profile);
  if (standard === undefined) {
    return { because: `${cluster} has no default storage class`, remedy: "Ask the platform team for one." };
  }
  if (profile.snapshotClasses.some(({ driver }) => driver === standard.driver)) return undefined;
  const because = `volumes of ${standard.name} on ${cluster} cannot be copied: no snapshot class is there for ${standard.driver}`;
  return { because, remedy: "Ask the platform team for one." };
}
