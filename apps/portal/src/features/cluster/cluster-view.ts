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
  /** What it offers to services, as of when; missing before anybody looked. */
  offer?: { at: string; items: readonly OfferView[]; notes: readonly string[] } | undefined;
  /** While it is being prepared. */
  preparation?: { step: string; percent: number; message: string } | undefined;
}

/** One thing that a cluster can give; `found` is missing where it has none of that. */
export interface OfferView {
  what: string;
  found?: string | undefined;
}
