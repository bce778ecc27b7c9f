import { type AdminAccess, adminRequest } from "./admin-request.ts";

/**
 * A class of volumes for pods that run nothing: the controller manager makes an empty folder for each claim, and takes
 * it away with the claim. As in real clusters, a volume is made where its first pod goes.
 */
export async function makeStorageClass(access: AdminAccess): Promise<void> {
  const name = "standard";
  const storageClass = {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name,
      labels: { "fairlead.dev/simulated": "true" },
      annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
    },
    provisioner: "kubernetes.io/host-path",
    reclaimPolicy: "Delete",
    allowVolumeExpansion: true,
    volumeBindingMode: "WaitForFirstConsumer",
  };
  const path = `/apis/storage.k8s.io/v1/storageclasses/${name}?fieldManager=fairlead-sandbox&force=true`;
  const { status, body } = await adminRequest(access, "PATCH", path, storageClass);
  if (status >= 300) throw new Error(`The storage class ${name} could not be made: ${body}`);
}
