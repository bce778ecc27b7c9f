import type { Profile } from "@fairlead/domain";

/** A cluster as last seen. */
export interface ClusterView {
  name: string;
  title: string;
  region?: string;
  environments: string[];
  simulated: boolean;
  kubernetesVersion?: string;
  services: number;
  lastContactAt?: Date;
  unreachableSince?: Date;
  unreachableReason?: string;
  preparation?: Preparation;
  /** What it offers, and what the platform team should know of that; missing before anybody looked. */
  offer?: { profile: Profile; notes: string[]; at: Date };
}

/** While a cluster is being prepared. */
export interface Preparation {
  step: string;
  /** 0 to 100. */
  percent: number;
  message: string;
}

export interface ClusterReader {
  list(): Promise<ClusterView[]>;
}
