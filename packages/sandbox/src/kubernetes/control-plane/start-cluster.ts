import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../process/free-port.ts";
import { type KeptRunning, keepRunning } from "../../process/keep-running.ts";
import type { ProcessRecord } from "../../process/process-record.ts";
import { rememberedPort } from "../../process/remembered-port.ts";
import { type Child, startChild } from "../../process/start-child.ts";
import { waitUntil } from "../../process/wait-until.ts";
import { type AdminAccess, adminRequest } from "./admin-request.ts";
import { type Account, type Keys, keysOf } from "./keys.ts";
import { writeKubeconfig } from "./kubeconfig.ts";
import { makeNodes } from "./simulated-nodes.ts";
import { makeStorageClass } from "./simulated-storage.ts";

export interface SandboxCluster {
  name: string;
  server: string;
  /** The admin's; 0600. */
  kubeconfigPath: string;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  name: string;
  bin: string;
  home: string;
  etcd: string;
  record: ProcessRecord;
  say: (line: string) => void;
  signal?: AbortSignal | undefined;
}

const STAGES = join(import.meta.dirname, "../../../library/stages.yaml");

/** Starts one cluster: API server, controller manager, scheduler, and kwok for the nodes. Ready when the API is. */
export async function startCluster(options: ClusterOptions): Promise<SandboxCluster> {
  const { name } = options;
  const folder = join(options.home, "clusters", name);
  const keys = keysOf(folder);
  const port = await rememberedPort(options.home, name);
  const server = `https://127.0.0.1:${port}`;
  const running: KeptRunning[] = [];
  const start = (program: string, args: readonly string[]): KeptRunning => {
    const kept = keepRunning(() => startProgram(options, folder, program, args), options.say);
    running.unshift(kept);
    return kept;
  };
  const stop = async () => void (await Promise.all(running.map((kept) => kept.stop())));
  try {
    const certificate = join(folder, "apiserver.crt");
    dropOldCertificate(certificate);
    const api = start("kube-apiserver", apiServerFlags(options, keys, port));
    const patience = {
      what: `The API server of ${name}`,
      timeoutMs: 120_000,
      child: api.current(),
      signal: options.signal,
    };
    await waitUntil(async () => existsSync(certificate), patience);
    const ca = readFileSync(certificate, "utf8");
    const access: AdminAccess = { server, ca, token: keys.token("admin") };
    await waitUntil(async () => (await adminRequest(access, "GET", "/readyz")).status === 200, patience);
    await makeNodes(access, name);
    await makeStorageClass(access);
    const kubeconfig = (account: Account) => {
      const file = join(folder, `${account}.kubeconfig`);
      writeKubeconfig(file, { name, server, ca, token: keys.token(account) });
      return file;
    };
    start("kube-controller-manager", [
      `--kubeconfig=${kubeconfig("kube-controller-manager")}`,
      "--use-service-account-credentials=true",
      `--service-account-private-key-file=${keys.serviceAccountKey}`,
      `--root-ca-file=${certificate}`,
      "--leader-elect=false",
      "--secure-port=0",
      "--enable-hostpath-provisioner=true",
      // Nodes that are played miss a beat when the machine is busy.
      "--node-monitor-grace-period=10m",
    ]);
    start("kube-scheduler", [
      `--kubeconfig=${kubeconfig("kube-scheduler")}`,
      "--leader-elect=false",
      "--secure-port=0",
    ]);
    start("kwok", [
      `--kubeconfig=${kubeconfig("kwok")}`,
      "--manage-all-nodes=true",
      `--config=${STAGES}`,
      "--cidr=10.200.0.0/16",
      "--node-ip=10.199.0.1",
      "--node-lease-duration-seconds=200",
      `--server-address=127.0.0.1:${await freePort()}`,
    ]);
    return { name, server, kubeconfigPath: kubeconfig("admin"), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startProgram(
  { name, bin, home, record }: ClusterOptions,
  folder: string,
  program: string,
  args: readonly string[],
): Child {
  const child = startChild({
    name: `${name}/${program}`,
    command: join(bin, program),
    args,
    // A little less memory for a little more collecting.
    env: { GOGC: "60", HOME: folder },
    logFile: join(home, "logs", `${name}-${program}.log`),
    // An API server waits for those who watch it; what it knows is in etcd.
    graceSeconds: 2,
  });
  record.add(child.name, child.pid);
  return child;
}

/** The API server makes its certificate for a year, and never again while the file is there. */
function dropOldCertificate(file: string): void {
  if (!existsSync(file)) return;
  const monthMs = 30 * 86_400_000;
  if (new X509Certificate(readFileSync(file)).validToDate.getTime() < Date.now() + monthMs) rmSync(file);
}

function apiServerFlags({ etcd, name }: ClusterOptions, keys: Keys, port: number): string[] {
  return [
    `--etcd-servers=${etcd}`,
    `--etcd-prefix=/${name}`,
    "--bind-address=127.0.0.1",
    `--secure-port=${port}`,
    `--cert-dir=${keys.folder}`,
    "--endpoint-reconciler-type=none",
    "--authorization-mode=Node,RBAC",
    // As in nearly every real cluster: what keeps privileged pods out are policies, and they should be seen to.
    "--allow-privileged=true",
    "--anonymous-auth=false",
    `--token-auth-file=${keys.tokenFile}`,
    "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
    `--service-account-key-file=${keys.serviceAccountPublicKey}`,
    `--service-account-signing-key-file=${keys.serviceAccountKey}`,
    "--service-cluster-ip-range=10.96.0.0/16",
    "--profiling=false",
  ];
}
