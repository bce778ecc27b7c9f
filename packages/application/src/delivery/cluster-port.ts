import type { KubernetesObject, Observed, Profile, WorkloadKind } from "@fairlead/domain";

/** A kind with its group, as `Deployment.apps` or `Service.`: what pruning remembers. */
export type GroupKind = string;

export interface AppliedObject {
  kind: string;
  name: string;
  /** Beyond the marks that every delivery writes anew. */
  change: "created" | "changed" | "unchanged";
  /** Of a claim whose volume was given more room, such as `10Gi` to `20Gi`. */
  grew?: { from: string; to: string };
}

/** What the look-up and health follow. */
export const WATCHED_KINDS = [
  "Pod",
  "Deployment",
  "ReplicaSet",
  "StatefulSet",
  "CronJob",
  "Job",
  "EndpointSlice",
] as const;
export type WatchedKind = (typeof WATCHED_KINDS)[number];

/** What is happening in a cluster: one object of a managed namespace that came, changed or went. */
export interface WatchEvent {
  type: "seen" | "gone";
  object: KubernetesObject;
}

/**
 * One cluster, as deliveries and watches see it. Every call has a deadline; what fails is a ClusterError.
 */
export interface ClusterPort {
  /**
   * As *guard*: makes the managed namespace and what protects it, or brings them up to date, and raises the fence. The
   * quota has room for what runs beside what comes.
   *
   * @returns the number that deliveries must carry from now on: `atLeast`, or one above the cluster's where that is not lower
   */
  openDelivery(input: { namespace: string; guarded: readonly KubernetesObject[]; atLeast: bigint }): Promise<bigint>;
  /** As *guard*, once a delivery serves: the quota is what it needs, unless a newer one has been opened. */
  narrowQuota(input: { namespace: string; number: bigint; guarded: readonly KubernetesObject[] }): Promise<void>;
  /**
   * As *guard*: makes a managed namespace's labels let it off exactly these policies.
   *
   * @returns whether there is such a namespace
   */
  labelExceptions(input: { namespace: string; policies: readonly string[] }): Promise<boolean>;
  /** As *reader*: the policies that the labels of each managed namespace let it off; those without any are left out. */
  exceptionLabels(): Promise<Map<string, string[]>>;
  /**
   * As the namespace's deployer: tries all objects first, then writes them with the number. Where volumes grow, their
   * claims do, and the StatefulSet is made anew around its running pods.
   *
   * @param kinds all that deliveries wrote there so far, these objects' among them
   */
  apply(input: {
    namespace: string;
    number: bigint;
    objects: readonly KubernetesObject[];
    kinds: readonly GroupKind[];
  }): Promise<AppliedObject[]>;
  /** As the deployer: deletes what earlier deliveries wrote and this one does not. Gives what went. */
  prune(input: {
    namespace: string;
    number: bigint;
    kinds: readonly GroupKind[];
    keep: readonly KubernetesObject[];
  }): Promise<string[]>;
  /** As *reader*: what says how a service of this kind is. */
  observe(input: { namespace: string; service: string; kind: WorkloadKind | undefined }): Promise<Observed>;
  /**
   * As *reader*: the watched kinds of all services, now and as they change. `onSynced` follows each full list of a kind.
   * Goes on until the signal, or until the cluster is away, which is thrown.
   */
  watch(options: {
    onEvent(event: WatchEvent): void;
    onSynced(kind: WatchedKind, uids: ReadonlySet<string>): void;
    signal: AbortSignal;
  }): Promise<void>;
  /** As *reader*: the secrets whose value was changed by who fills them, within the last hour. One question. */
  changedSecrets(): Promise<ChangedSecret[]>;
  /** As the deployer: restarts what has not seen these changes yet. Gives the secrets for which something was restarted. */
  restartForSecrets(input: { namespace: string; changes: readonly ChangedSecret[] }): Promise<string[]>;
  /** As *reader*, cheap enough to ask every few seconds: its version, such as `v1.36.3`. */
  version(): Promise<string>;
  /** As *reader*: what the cluster offers, and what about that the platform team should know. About ten questions. */
  discover(options: { clusterDomain: string }): Promise<{ profile: Profile; notes: string[] }>;
}

/** A secret whose value is another one than before. */
export interface ChangedSecret {
  namespace: string;
  secret: string;
  /** RFC 3339. */
  at: string;
}

/** How a cluster is reached: by what attachment left under a name. Never the credentials themselves. */
export interface ClusterReference {
  name: string;
  credentials: string;
  /** Such as `cluster.local`. */
  clusterDomain: string;
}

/** Clusters as attached. One without credentials is a ClusterError `away`. */
export interface ClusterGateway {
  cluster(reference: ClusterReference): Promise<ClusterPort>;
}
