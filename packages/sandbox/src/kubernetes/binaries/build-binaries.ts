import { mkdir, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { machineEnv } from "@fairlead/env";
import { startChild } from "../../process/start-child.ts";
import { GO_FOLDER } from "./binaries-folder.ts";
import type { Progress } from "./progress.ts";
import { KUBERNETES_VERSION, PROGRAMS } from "./versions.ts";

/** Packages that a build from nothing compiles, for the progress; measured. */
const PACKAGES = { control: 1900, kwok: 1000 };

const [MAJOR, MINOR] = KUBERNETES_VERSION.split(".");
const VERSION = "k8s.io/component-base/version";
const FLAGS = `-s -w -X ${VERSION}.gitVersion=v${KUBERNETES_VERSION} -X ${VERSION}.gitMajor=${MAJOR} -X ${VERSION}.gitMinor=${MINOR}`;

export interface BuildOptions {
  to: string;
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}

/** Builds the programs from their published source, at low priority. Needs Go; about six minutes on two cores. */
export async function buildBinaries({ to, onProgress, signal }: BuildOptions): Promise<void> {
  await mkdir(to, { recursive: true });
  const build = (output: string, from: string, range: [number, number], packages: number) => {
    let seen = 0;
    const onLine = () => {
      seen = Math.min(seen + 1, packages);
      const percent = range[0] + ((range[1] - range[0]) * seen) / packages;
      onProgress({ percent, message: `Building Kubernetes from source, ${seen} of about ${packages} packages` });
    };
    return goBuild(["-ldflags", FLAGS, "-o", join(to, output), from], join(to, "build.log"), onLine, signal);
  };
  await build("control-plane.new", ".", [3, 75], PACKAGES.control);
  await build("kwok.new", "sigs.k8s.io/kwok/cmd/kwok", [75, 97], PACKAGES.kwok);
  await rename(join(to, "control-plane.new"), join(to, "control-plane"));
  for (const program of PROGRAMS.filter((name) => name !== "kwok")) {
    await rm(join(to, program), { force: true });
    await symlink("control-plane", join(to, program));
  }
  await rename(join(to, "kwok.new"), join(to, "kwok"));
}

/** The words of `sh` for a program that it does not find. */
const NOT_FOUND = 127;

async function goBuild(args: readonly string[], logFile: string, onLine: () => void, signal?: AbortSignal) {
  const last: string[] = [];
  const child = startChild({
    name: "go build",
    command: "nice",
    args: ["-n", "10", "go", "build", "-v", "-trimpath", ...args],
    cwd: GO_FOLDER,
    env: { ...machineEnv(), CGO_ENABLED: "0", GOFLAGS: "-mod=readonly -buildvcs=false" },
    logFile,
    signal: "INT",
    onLine: (line) => {
      last.push(line);
      if (last.length > 20) last.shift();
      onLine();
    },
  });
  const stop = () => void child.stop();
  signal?.addEventListener("abort", stop);
  const code = await child.exited;
  signal?.removeEventListener("abort", stop);
  signal?.throwIfAborted();
  if (code === NOT_FOUND)
    throw new Error(
      "Go was not found. Install Go 1.26 or later (https://go.dev), or set FAIRLEAD_KUBE_BIN to a folder with the programs.",
    );
  if (code !== 0) throw new Error(`The build of Kubernetes ended with code ${code}:\n${last.join("\n")}`);
}
