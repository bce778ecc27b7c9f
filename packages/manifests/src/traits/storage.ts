import type { Violation } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import { defaultStorageClass } from "../render/default-storage-class.ts";
import { stableLabels } from "../render/labels.ts";
import type { Trait } from "./trait.ts";

/**
 * Each replica has volumes of its own, which one pod at a time writes to. A StatefulSet makes the claims and keeps
 * them; who backs them up is another trait's business.
 * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export const storage: Trait = (build) => {
  const { storage: declared = [] } = build.spec;
  if (declared.length === 0) return {};
  if (build.template.spec.workload !== "StatefulSet") return { violations: [noOwnVolumes(build)] };
  const storageClass = defaultStorageClass(build.profile);
  if (storageClass === undefined) return { violations: [noClass(build)] };
  const claims = declared.map(({ name, size }) => ({
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    // What never changes: a claim cannot be relabelled through the workload that made it.
    metadata: { name, labels: stableLabels(build) },
    spec: {
      accessModes: ["ReadWriteOnce"],
      storageClassName: storageClass.name,
      volumeMode: "Filesystem",
      resources: { requests: { storage: size } },
    },
  }));
  return { pod: { claims, mounts: declared.map(({ name, path }) => ({ name, mountPath: path })) } };
};

function noOwnVolumes({ template }: Build): Violation {
  return {
    path: "spec.storage",
    reason: `does not go with the template ${template.metadata.name}: its replicas come and go, and have no volume of their own`,
    remedy: "Take it out and keep data in a database or an object store, or choose a template for stateful services.",
    severity: "error",
  };
}

function noClass({ profile, destination }: Build): Violation {
  const names = profile.storageClasses.map(({ name }) => name).join(", ");
  return {
    path: "spec.storage",
    reason:
      names === ""
        ? `cannot be had in ${destination.cluster}: it has no storage class`
        : `cannot be had in ${destination.cluster}: none of its storage classes (${names}) is the default`,
    remedy: "Ask the platform team for a default storage class there, or keep the data elsewhere.",
    severity: "error",
  };
}
