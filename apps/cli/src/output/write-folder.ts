import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandFailure } from "../client/command-failure.ts";

interface WrittenFile {
  /** Relative, with slashes. */
  path: string;
  content: string;
}

/** Writes files into a folder that is empty or not there yet: all of them, or none. */
export async function writeFolder(folder: string, files: readonly WrittenFile[]): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new CommandFailure(2, `${folder} is not a folder that can be written to.`);
  });
  if (there.length > 0) throw new CommandFailure(2, `${folder} is not empty. Name another folder, or empty it.`);
  const unfinished = `${folder.replace(/\/+$/, "")}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    for (const { path, content } of files) {
      const place = join(unfinished, path);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, content);
    }
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(2, `${folder} cannot be written: ${reason}`);
  }
}
