import { type KubernetesObject, type Profile, quantityValue, type Violation } from "@fairlead/domain";
import { fieldsOf, itemsOf } from "../json/fields.ts";

interface Claim {
  name: string;
  size: string;
  storageClass: string;
}

const OTHERWISE = "For other volumes declare another service with them, and move the data over.";

/**
 * What a change would do to volumes that are there, where it may not: a StatefulSet's claims are fixed when it is made
 * (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations), and data must not lose its volume.
 * That they grow is a warning: a delivery lets them, where the class does, and there is no way back.
 *
 * @param before what was last delivered to the same place
 */
export function claimsKept(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
  profile: Pick<Profile, "storageClasses">,
): Violation[] {
  return compared(before, claimsOf(after), (claim, now) => growth(claim, now, profile));
}

/**
 * What a declaration would do to volumes that are there, where it may not, before it is known where it goes: whether they
 * can grow, or what class they would have, is asked later.
 */
export function storageKept(
  before: readonly KubernetesObject[],
  declared: readonly { name: string; size: string }[],
): Violation[] {
  const classes = new Map(claimsOf(before).map(({ name, storageClass }) => [name, storageClass]));
  const after = declared.map(({ name, size }) => ({ name, size, storageClass: classes.get(name) ?? "" }));
  return compared(before, after, () => []);
}

function compared(
  before: readonly KubernetesObject[],
  after: readonly Claim[],
  grown: (claim: Claim, now: Claim) => Violation[],
): Violation[] {
  // Who comes to be stateful now has a workload of its own made for it.
  if (!before.some(({ kind }) => kind === "StatefulSet")) return [];
  const earlier = claimsOf(before);
  const later = new Map(after.map((claim) => [claim.name, claim]));
  const known = new Set(earlier.map(({ name }) => name));
  return [
    ...earlier.flatMap((claim) => changeOf(claim, later.get(claim.name), grown)),
    ...after
      .filter(({ name }) => !known.has(name))
      .map(({ name }) =>
        refused(`Volume ${name} is new, and a service that runs keeps the volumes that it began with`, OTHERWISE),
      ),
  ];
}

function changeOf(claim: Claim, now: Claim | undefined, grown: (claim: Claim, now: Claim) => Violation[]): Violation[] {
  const { name, size, storageClass } = claim;
  if (now === undefined) {
    return [refused(`Volume ${name} would be taken away, and holds data`, `Keep ${name}. ${OTHERWISE}`)];
  }
  if (now.storageClass !== storageClass) {
    const reason = `Volume ${name} would move from the storage class ${storageClass} to ${now.storageClass}, and stays in its own`;
    return [refused(reason, "Ask the platform team to keep the class for this cluster.")];
  }
  const [was, is] = [quantityValue(size) ?? 0, quantityValue(now.size) ?? 0];
  if (is < was) {
    return [
      refused(
        `Volume ${name} would shrink from ${size} to ${now.size}, and volumes only grow`,
        `Keep ${size}. ${OTHERWISE}`,
      ),
    ];
  }
  return is === was ? [] : grown(claim, now);
}

function growth(
  { name, size, storageClass }: Claim,
  now: Claim,
  { storageClasses }: Pick<Profile, "storageClasses">,
): Violation[] {
  const change = `from ${size} to ${now.size}`;
  if (storageClasses.find((known) => known.name === storageClass)?.expandable !== true) {
    const remedy = `Keep ${size}, or ask the platform team to let volumes of ${storageClass} grow (allowVolumeExpansion). ${OTHERWISE}`;
    return [
      refused(
        `Volume ${name} would grow ${change}, and volumes of the storage class ${storageClass} do not grow`,
        remedy,
      ),
    ];
  }
  const remedy = `Keep ${size} if you are not sure yet.`;
  return [
    {
      ...refused(`Volume ${name} grows ${change} while pods keep running, and never shrinks again`, remedy),
      severity: "warning",
    },
  ];
}

function refused(reason: string, remedy: string): Violation {
  return { path: "spec.storage", reason, remedy, severity: "error" };
}

function claimsOf(objects: readonly KubernetesObject[]): Claim[] {
  return objects
    .filter(({ kind }) => kind === "StatefulSet")
    .flatMap(({ spec }) => itemsOf(fieldsOf(spec).volumeClaimTemplates).map(fieldsOf))
    .map(({ metadata, spec }) => {
      const { resources, storageClassName } = fieldsOf(spec);
      return {
        name: String(fieldsOf(metadata).name),
        size: String(fieldsOf(fieldsOf(resources).requests).storage),
        storageClass: String(storageClassName),
      };
    });
}
