import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSandboxEnv } from "@fairlead/env";
import { ProcessRecord, startControlPlane } from "@fairlead/sandbox";
import { type ClusterAdmin, clusterAdmin } from "./cluster-admin.ts";

export interface OwnCluster {
  kubeconfigPath: string;
  admin: ClusterAdmin;
  stop(): Promise<void>;
}

/** A real cluster for one test file alone: nothing is in it, and nobody else puts anything there. */
export async function startOwnCluster(name: string): Promise<OwnCluster> {
  const home = mkdtempSync(join(tmpdir(), `fairlead-${name}-`));
  const { kubeBin, cache } = readSandboxEnv({ ...process.env, FAIRLEAD_HOME: home });
  const record = new ProcessRecord(home);
  const controlPlane = await startControlPlane({ home, record, clusters: [name], bin: kubeBin, cache });
  const stop = async () => {
    await controlPlane.stop();
    rmSync(home, { recursive: true, force: true });
  };
  const [cluster] = controlPlane.clusters;
  if (cluster === undefined) throw new Error("There is no cluster.");
  return { kubeconfigPath: cluster.kubeconfigPath, admin: clusterAdmin(cluster.kubeconfigPath), stop };
}
