import { join } from "node:path";
import { freePort } from "../../process/free-port.ts";
import { keepRunning } from "../../process/keep-running.ts";
import type { ProcessRecord } from "../../process/process-record.ts";
import { startChild } from "../../process/start-child.ts";
import { waitUntil } from "../../process/wait-until.ts";

export interface Etcd {
  address: string;
  stop(): Promise<void>;
}

/** One etcd for all clusters of a sandbox; each lives under its own prefix. */
export async function startEtcd(options: {
  bin: string;
  home: string;
  record: ProcessRecord;
  say: (line: string) => void;
  signal?: AbortSignal | undefined;
}): Promise<Etcd> {
  const address = `http://127.0.0.1:${await freePort()}`;
  const peer = `http://127.0.0.1:${await freePort()}`;
  const start = () => {
    const child = startChild({
      name: "etcd",
      command: join(options.bin, "etcd"),
      args: [
        `--data-dir=${join(options.home, "etcd")}`,
        `--listen-client-urls=${address}`,
        `--advertise-client-urls=${address}`,
        `--listen-peer-urls=${peer}`,
        // One member: its peer address may change from start to start.
        `--initial-advertise-peer-urls=${peer}`,
        `--initial-cluster=default=${peer}`,
        "--force-new-cluster=true",
        "--unsafe-no-fsync=true",
        "--auto-compaction-retention=10m",
        "--log-level=warn",
      ],
      logFile: join(options.home, "logs/etcd.log"),
    });
    options.record.add("etcd", child.pid);
    return child;
  };
  const etcd = keepRunning(start, options.say);
  await waitUntil(async () => (await fetch(`${address}/health`)).ok, {
    what: "etcd",
    timeoutMs: 60_000,
    child: etcd.current(),
    signal: options.signal,
  });
  return { address, stop: () => etcd.stop() };
}
