import type { Profile, StorageClass } from "@fairlead/domain";

/** The class that volumes get: the cluster's default, or the only one that it has. */
export function defaultStorageClass({ storageClasses }: Profile): StorageClass | undefined {
  return (
    storageClasses.find(({ isDefault }) => isDefault) ?? (storageClasses.length === 1 ? storageClasses[0] : undefined)
  );
}
