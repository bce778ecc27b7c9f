import type { KubernetesObject } from "@fairlead/domain";
import type { ClusterReference } from "../delivery/cluster-port.ts";

/** The name under which Fairlead writes admission policies; every other manager of such an object is somebody else. */
export const POLICY_MANAGER = "fairlead-policies";

/** The admission policies of one cluster that carry Fairlead's mark. What fails is a ClusterError. */
export interface ClusterPoliciesPort {
  /** Whether the account *policy* is there: an admin may have kept it. */
  readonly mayWrite: boolean;
  /** As *reader*: all that carry the mark, with who wrote to each. */
  list(): Promise<KubernetesObject[]>;
  /** As *policy*: makes one, or takes over the one of that name. Gives what is there then. */
  create(object: KubernetesObject): Promise<KubernetesObject>;
  /** As *policy*: puts one in the place of the one that its resourceVersion names. */
  replace(object: KubernetesObject): Promise<void>;
  /** As *policy*: takes one away; one that is gone already is no failure. */
  remove(object: KubernetesObject): Promise<void>;
}

/** Clusters as attached, for what holds in all of their managed namespaces. */
export interface ClusterPoliciesGateway {
  policies(reference: ClusterReference): Promise<ClusterPoliciesPort>;
}
