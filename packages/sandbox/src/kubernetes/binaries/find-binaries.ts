import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { buildBinaries } from "./build-binaries.ts";
import { cacheFolder } from "./cache-folder.ts";
import { downloadBinaries, OFFICIAL } from "./download-binaries.ts";
import { PROGRAMS } from "./versions.ts";

export interface Progress {
  /** 0 to 100. */
  percent: number;
  /** What is being done, as a sentence. */
  message: string;
}

export interface FindOptions {
  /** A folder with the programs in it, from FAIRLEAD_KUBE_BIN. */
  given?: string;
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal;
}

/**
 * The folder that holds a control plane's programs, from the first source that has them: the given folder, the cache,
 * the official downloads, a build from source (about six minutes on two cores, once).
 */
export async function findBinaries({ given, onProgress, signal }: FindOptions): Promise<string> {
  if (given !== undefined) {
    if (isComplete(given)) return given;
    throw new Error(
      `FAIRLEAD_KUBE_BIN names ${given}, where not all of ${PROGRAMS.join(", ")} are. Put them there, or leave it unset.`,
    );
  }
  const cache = cacheFolder();
  if (isComplete(cache)) return cache;
  onProgress({ percent: 1, message: "Looking for the official Kubernetes programs" });
  const downloaded = await downloadBinaries(OFFICIAL, { to: cache, onProgress, ...(signal ? { signal } : {}) });
  if (!downloaded.ok) {
    onProgress({ percent: 2, message: `${downloaded.error} Building them from source instead, about six minutes` });
    await buildBinaries({ to: cache, onProgress, ...(signal ? { signal } : {}) });
  }
  return cache;
}

function isComplete(folder: string): boolean {
  return PROGRAMS.every((program) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
