import type { KubernetesObject, StorageClass } from "@fairlead/domain";
import * as z from "zod";

const storageClassSchema = z.object({ provisioner: z.string(), allowVolumeExpansion: z.boolean().default(false) });
const snapshotClassSchema = z.object({ driver: z.string() });

export function storageClassesIn(objects: readonly KubernetesObject[]): StorageClass[] {
  return objects.map((object) => {
    const { provisioner, allowVolumeExpansion } = storageClassSchema.parse(object);
    const isDefault = object.metadata.annotations?.["storageclass.kubernetes.io/is-default-class"] === "true";
    return { name: object.metadata.name, driver: provisioner, isDefault, expandable: allowVolumeExpansion };
  });
}

export function snapshotClassesIn(objects: readonly KubernetesObject[]): { name: string; driver: string }[] {
  return objects.map((object) => ({ name: object.metadata.name, ...snapshotClassSchema.parse(object) }));
}
