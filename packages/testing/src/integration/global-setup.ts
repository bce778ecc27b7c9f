import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSandboxEnv } from "@fairlead/env";
import { ProcessRecord, startControlPlane, startPostgres } from "@fairlead/sandbox";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which every test file makes a database of its own; see `freshDatabase`. */
    postgresUrl: string;
    /** Real clusters, with the admin's kubeconfig. Pods are played, not run. */
    clusters: { name: string; kubeconfigPath: string }[];
  }
}

/** Real parts for the integration tests, in a folder that goes away with them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), "fairlead-test-"));
  const record = new ProcessRecord(home);
  const { kubeBin, cache } = readSandboxEnv({ ...process.env, FAIRLEAD_HOME: home });
  const [postgres, controlPlane] = await Promise.all([
    startPostgres({ home, record }),
    startControlPlane({ home, record, clusters: ["dev"], bin: kubeBin, cache }),
  ]);
  project.provide("postgresUrl", postgres.url);
  project.provide(
    "clusters",
    controlPlane.clusters.map(({ name, kubeconfigPath }) => ({ name, kubeconfigPath })),
  );
  return async () => {
    await controlPlane.stop();
    await postgres.stop();
    postgres.removeData();
    rmSync(home, { recursive: true, force: true });
  };
}
