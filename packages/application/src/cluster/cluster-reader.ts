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
