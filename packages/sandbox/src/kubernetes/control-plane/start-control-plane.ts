import { mkdirSync } from "node:fs";
import type { ProcessRecord } from "../../process/process-record.ts";
import { findBinaries } from "../binaries/find-binaries.ts";
import type { Progress } from "../binaries/progress.ts";
import { type SandboxCluster, startCluster } from "./start-cluster.ts";
import { startEtcd } from "./start-etcd.ts";

export interface ControlPlaneOptions {
  home: string;
  record: ProcessRecord;
  clusters: readonly string[];
  /** From FAIRLEAD_KUBE_BIN. */
  bin?: string | undefined;
  /** The user's cache folder for Fairlead. */
  cache: string;
  onProgress?: (cluster: string, progress: Progress) => void;
  /** Called for each cluster as soon as it answers, before the next is started. */
  onReady?: (cluster: SandboxCluster) => Promise<void>;
  /** Called for a cluster that did not come up; the others go on. Without it, the whole start fails. */
  onFailed?: (cluster: string, error: unknown) => void;
  say?: (line: string) => void;
  signal?: AbortSignal | undefined;
}

export interface ControlPlane {
  clusters: SandboxCluster[];
  stop(): Promise<void>;
}

/** Real Kubernetes as plain processes on loopback, one API server for each cluster. Pods are played, not run. */
export async function startControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const { home, record, signal, onProgress = () => {}, say = () => {} } = options;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const everywhere = (progress: Progress) => {
    for (const cluster of options.clusters) onProgress(cluster, progress);
  };
  const bin = await findBinaries({ given: options.bin, cache: options.cache, onProgress: everywhere, signal });
  everywhere({ percent: 97, message: "Starting etcd" });
  const etcd = await startEtcd({ bin, home, record, say, signal });
  const clusters: SandboxCluster[] = [];
  const stop = async () => {
    await Promise.all(clusters.map((cluster) => cluster.stop()));
    await etcd.stop();
  };
  for (const name of options.clusters) {
    onProgress(name, { percent: 98, message: "Starting the API server" });
    try {
      const cluster = await startCluster({ name, bin, home, etcd: etcd.address, record, say, signal });
      clusters.push(cluster);
      await options.onReady?.(cluster);
    } catch (error) {
      if (options.onFailed === undefined || signal?.aborted) {
        await stop();
        throw error;
      }
      options.onFailed(name, error);
    }
  }
  return { clusters, stop };
}
