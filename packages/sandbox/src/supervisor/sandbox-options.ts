import type { Secret } from "@fairlead/env";

/** A cluster of the user's own, instead of those that the sandbox makes. */
export interface OwnCluster {
  name: string;
  kubeconfig: string;
  context: string | undefined;
}

export interface SandboxOptions {
  /** Where all state is. */
  home: string;
  /** Where the portal shall listen; the next free port if it is taken. */
  port: number;
  /** The user's cache folder for Fairlead. */
  cache: string;
  /** From FAIRLEAD_KUBE_BIN. */
  kubeBin: string | undefined;
  /** A Postgres of one's own. */
  databaseUrl: Secret | undefined;
  logLevel: string;
  /** The clusters to make, in this order; or one that is there. */
  clusters: { kind: "made"; names: readonly string[] } | { kind: "own"; cluster: OwnCluster };
  /** A folder of declarations for the first start; `undefined` for an empty catalog. */
  examples: string | undefined;
}

/** What happens, for whoever watches. */
export interface SandboxEvents {
  /** A line for people. */
  say(line: string): void;
  /** How far a cluster is; `ready` when it can be delivered to. */
  onCluster(cluster: string, state: { percent: number; message: string; ready: boolean }): void;
}
