import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { err, ok, type Result } from "@fairlead/domain";
import { extractFromTar } from "./extract-from-tar.ts";
import type { Progress } from "./progress.ts";
import { ETCD_VERSION, KUBERNETES_VERSION, KWOK_VERSION, type Program } from "./versions.ts";

/** One official file. `checksums` is the list that its makers publish beside it, in `sha256sum`'s format. */
export interface Source {
  program: Program;
  address: string;
  checksums: string;
  /** The file inside, where it is a compressed archive. */
  inside?: string;
}

const ARCH = process.arch === "x64" ? "amd64" : process.arch;
const kubernetes = `https://dl.k8s.io/release/v${KUBERNETES_VERSION}/bin/linux/${ARCH}`;
const etcd = `https://github.com/etcd-io/etcd/releases/download/v${ETCD_VERSION}`;
const kwok = `https://github.com/kubernetes-sigs/kwok/releases/download/v${KWOK_VERSION}`;

/** Kubernetes publishes servers for Linux only; elsewhere they are built. */
export const OFFICIAL: readonly Source[] =
  process.platform !== "linux"
    ? []
    : [
        ...(["kube-apiserver", "kube-controller-manager", "kube-scheduler"] as const).map((program) => ({
          program,
          address: `${kubernetes}/${program}`,
          checksums: `${kubernetes}/${program}.sha256`,
        })),
        {
          program: "etcd",
          address: `${etcd}/etcd-v${ETCD_VERSION}-linux-${ARCH}.tar.gz`,
          checksums: `${etcd}/SHA256SUMS`,
          inside: `etcd-v${ETCD_VERSION}-linux-${ARCH}/etcd`,
        },
        { program: "kwok", address: `${kwok}/kwok-linux-${ARCH}`, checksums: `${kwok}/kwok-linux-${ARCH}.sha256` },
      ];

/** How long a server may be silent before it counts as away. */
const PATIENCE_MS = 5000;

export interface DownloadOptions {
  to: string;
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
  patienceMs?: number;
}

/** Fetches all of the sources or none of them: nothing lands in the folder before every checksum was right. */
export async function downloadBinaries(
  sources: readonly Source[],
  options: DownloadOptions,
): Promise<Result<void, string>> {
  if (sources.length === 0) return err("There are no official programs for this platform.");
  await mkdir(options.to, { recursive: true });
  try {
    for (const [index, source] of sources.entries()) {
      options.onProgress({ percent: 2 + (90 * index) / sources.length, message: `Downloading ${source.program}` });
      await download(source, options);
    }
  } catch (error) {
    await Promise.all(sources.map((source) => rm(partOf(source, options.to), { force: true })));
    options.signal?.throwIfAborted();
    return err(`The official programs could not be had (${error instanceof Error ? error.message : "unknown"}).`);
  }
  for (const source of sources) await rename(partOf(source, options.to), join(options.to, source.program));
  return ok(undefined);
}

function partOf(source: Source, folder: string): string {
  return join(folder, `${source.program}.part`);
}

async function download(source: Source, options: DownloadOptions): Promise<void> {
  const wanted = await publishedChecksum(source, options);
  const part = partOf(source, options.to);
  const archive = `${part}.archive`;
  const body = await get(source.address, options);
  await pipeline(body, createWriteStream(archive));
  const hash = createHash("sha256");
  await pipeline(createReadStream(archive), hash);
  if (hash.digest("hex") !== wanted) {
    await rm(archive, { force: true });
    throw new Error(`${source.program} does not have the checksum that its makers publish`);
  }
  if (source.inside === undefined) await rename(archive, part);
  else {
    await pipeline(createReadStream(archive), createGunzip(), extractFromTar(source.inside), createWriteStream(part));
    await rm(archive, { force: true });
  }
  await chmod(part, 0o755);
}

async function publishedChecksum(source: Source, options: DownloadOptions): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await get(source.checksums, options)) chunks.push(Buffer.from(chunk));
  const name = source.address.split("/").at(-1) ?? "";
  const lines = Buffer.concat(chunks).toString("utf8").trim().split("\n");
  const line = lines.length === 1 ? lines[0] : lines.find((candidate) => candidate.endsWith(name));
  const checksum = /^[0-9a-f]{64}/.exec(line ?? "")?.[0];
  if (checksum === undefined) throw new Error(`no checksum is published for ${source.program}`);
  return checksum;
}

/** A response's body; gives up when the server is silent for too long, before the first byte or between two. */
async function get(address: string, { signal, patienceMs = PATIENCE_MS }: DownloadOptions): Promise<Readable> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error(`no answer from ${new URL(address).host}`)), patienceMs);
  const signals = signal === undefined ? [silence.signal] : [silence.signal, signal];
  const response = await fetch(address, { signal: AbortSignal.any(signals) }).catch((error: unknown) => {
    clearTimeout(timer);
    throw silence.signal.aborted
      ? silence.signal.reason
      : new Error(`no answer from ${new URL(address).host}`, { cause: error });
  });
  if (!response.ok || response.body === null) {
    clearTimeout(timer);
    throw new Error(`${new URL(address).host} answered ${response.status}`);
  }
  const body = Readable.from(response.body);
  body.on("data", () => timer.refresh());
  body.once("close", () => clearTimeout(timer));
  body.pause();
  return body;
}
