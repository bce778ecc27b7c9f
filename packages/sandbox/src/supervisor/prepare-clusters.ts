import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startControlPlane } from "../kubernetes/control-plane/start-control-plane.ts";
import type { ProcessRecord } from "../process/process-record.ts";
import { runTask } from "../tasks/run-task.ts";
import type { PreparationReporter } from "./preparation-reporter.ts";
import type { SandboxEvents, SandboxOptions } from "./sandbox-options.ts";

export interface PrepareOptions {
  options: SandboxOptions;
  events: SandboxEvents;
  record: ProcessRecord;
  /** Where attachment leaves what Fairlead's accounts act with. */
  credentials: string;
  reporter: PreparationReporter;
  signal: AbortSignal;
}

interface Attachable {
  name: string;
  kubeconfig: string;
  context?: string | undefined;
}

/**
 * Brings clusters up and attaches them, telling everybody how far each is, and why one is not there. Gives what stops
 * them again; never rejects.
 */
export async function prepareClusters(prepare: PrepareOptions): Promise<() => Promise<void>> {
  const { options, events, record, credentials, signal } = prepare;
  mkdirSync(credentials, { recursive: true, mode: 0o700 });
  const onFailed = (cluster: string, error: unknown) => {
    const message = error instanceof Error ? error.message : "It did not come up.";
    events.say(`Cluster ${cluster} is not there: ${message}`);
    tell(prepare, cluster, { step: "failed", percent: 0, message });
  };
  if (options.clusters.kind === "own") {
    const { cluster } = options.clusters;
    await attach(prepare, cluster).catch((error: unknown) => onFailed(cluster.name, error));
    return async () => {};
  }
  const { names } = options.clusters;
  try {
    const controlPlane = await startControlPlane({
      home: options.home,
      record,
      clusters: names,
      bin: options.kubeBin,
      cache: options.cache,
      // The last percent is the attachment.
      onProgress: (cluster, { percent, message }) =>
        tell(prepare, cluster, { step: message.split(/[,0-9]/)[0] ?? "", percent: Math.min(percent, 98), message }),
      onReady: ({ name, kubeconfigPath }) => attach(prepare, { name, kubeconfig: kubeconfigPath }),
      onFailed,
      say: events.say,
      signal,
    });
    return () => controlPlane.stop();
  } catch (error) {
    if (!signal.aborted) for (const name of names) onFailed(name, error);
    return async () => {};
  }
}

async function attach(prepare: PrepareOptions, { name, kubeconfig, context }: Attachable): Promise<void> {
  const { options, events, record, credentials, reporter, signal } = prepare;
  tell(prepare, name, { step: "attach", percent: 99, message: "Installing Fairlead's accounts and guards" });
  const credentialsFile = join(credentials, `${name}.json`);
  await runTask("attach", {
    home: options.home,
    record,
    input: { name, kubeconfig, context, credentialsFile },
    signal,
  });
  events.onCluster(name, { percent: 100, message: "Ready", ready: true });
  await reporter.done(name);
}

function tell(
  { events, reporter }: PrepareOptions,
  cluster: string,
  preparation: { step: string; percent: number; message: string },
): void {
  events.onCluster(cluster, { percent: preparation.percent, message: preparation.message, ready: false });
  reporter.report(cluster, preparation);
}
