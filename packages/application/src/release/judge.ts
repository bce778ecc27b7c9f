import type { KubernetesObject, Violation } from "@fairlead/domain";
import type { Policy, PolicyStage } from "@fairlead/policy";

export interface Judged {
  violations: Violation[];
  /** How many policies have nothing against any of the objects. */
  passed: number;
}

/** Vets objects by the policy set that the process started with. */
export interface Judge {
  /** Names the policies: the same texts give the same digest. */
  digest: string;
  documents: unknown;
  policies: readonly Policy[];
  /** How each policy is held. */
  stages: ReadonlyMap<string, PolicyStage>;
  vet(objects: readonly KubernetesObject[], namespace: KubernetesObject): Judged;
  /** The same policies where other stages hold; cheap. */
  under(stages: ReadonlyMap<string, PolicyStage>): Judge;
}
