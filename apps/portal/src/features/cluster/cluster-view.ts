/** A cluster as last seen. */
export interface ClusterView {
  name: string;
  title: string;
  region?: string | undefined;
  environments: readonly string[];
  /** Pods on it run nothing. */
  simulated: boolean;
  kubernetesVersion?: string | undefined;
  services: number;
  lastContactAt?: string | undefined;
  unreachableSince?: string | undefined;
  unreachableReason?: string | undefined;
  /** While it is being prepared. */
  preparation?: { step: string; percent: number; message: string } | undefined;
}
