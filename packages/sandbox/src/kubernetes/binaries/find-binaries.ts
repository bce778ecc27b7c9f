import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { binariesFolder } from "./binaries-folder.ts";
import { buildBinaries } from "./build-binaries.ts";
import { downloadBinaries, OFFICIAL } from "./download-binaries.ts";
import type { Progress } from "./progress.ts";
import { PROGRAMS } from "./versions.ts";

export interface FindOptions {
  /** A folder with the programs in it, from FAIRLEAD_KUBE_BIN. */
  given?: string | undefined;
  /** The user's cache folder for Fairlead. */
  cache: string;
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}

/**
 * The folder that holds a control plane's programs, from the first source that has them: the given folder, the cache,
 * the official downloads, a build from source (about six minutes on two cores, once).
 */
export async function findBinaries({ given, cache, onProgress, signal }: FindOptions): Promise<string> {
  if (given !== undefined) {
    if (isComplete(given)) return given;
    throw new Error(
      `FAIRLEAD_KUBE_BIN names ${given}, where not all of ${PROGRAMS.join(", ")} are. Put them there, or leave it unset.`,
    );
  }
  const folder = binariesFolder(cache);
  if (isComplete(folder)) return folder;
  onProgress({ percent: 1, message: "Looking for the official Kubernetes programs" });
  const downloaded = await downloadBinaries(OFFICIAL, { to: folder, onProgress, signal });
  if (!downloaded.ok) {
    onProgress({ percent: 2, message: `${downloaded.error} Building them from source instead, about six minutes` });
    await buildBinaries({ to: folder, onProgress, signal });
  }
  return folder;
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
