// Has promtool ready before the tests that need it. Debian's package is unpacked, not installed: nothing is started, and
// nothing of the machine's own is changed but the lists of packages.
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { readSandboxEnv } from "@fairlead/env";
import { findPromtool, unpackedPromtool } from "./find-promtool.ts";

const run = promisify(execFile);
const { cache } = readSandboxEnv();

async function unpackDebianPackage(): Promise<void> {
  const folder = join(cache, "prometheus");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const download = () => run("apt-get", ["download", "prometheus"], { cwd: folder });
  await download().catch(async () => {
    await run("apt-get", ["update"]);
    await download();
  });
  const [file = ""] = readdirSync(folder).filter((name) => name.endsWith(".deb"));
  await run("dpkg-deb", ["--extract", file, "."], { cwd: folder });
  rmSync(join(folder, file));
}

if (findPromtool(cache) === undefined) {
  await unpackDebianPackage().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Rules are tested with promtool, which is not there, and Debian's package of Prometheus cannot be had from here: ${reason} Install it, and set FAIRLEAD_PROMTOOL where it is not on the PATH.`,
    );
  });
}
process.stdout.write(`${findPromtool(cache) ?? unpackedPromtool(cache)}\n`);
