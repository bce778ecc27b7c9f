import type { KubernetesObject, Violation } from "@fairlead/domain";

/** Vets objects by the policy set that the process started with. */
export interface Judge {
  /** Names the policies: the same texts give the same digest. */
  digest: string;
  documents: unknown;
  vet(objects: readonly KubernetesObject[], namespace: KubernetesObject): { violations: Violation[]; passed: number };
}
