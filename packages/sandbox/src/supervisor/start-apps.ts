import { createRequire } from "node:module";
import { join } from "node:path";
import { machineEnv } from "@fairlead/env";
import { type KeptRunning, keepRunning } from "../process/keep-running.ts";
import type { ProcessRecord } from "../process/process-record.ts";
import { startChild } from "../process/start-child.ts";

export interface AppsOptions {
  home: string;
  record: ProcessRecord;
  port: number;
  /** What both are told, secrets included. */
  env: Readonly<Record<string, string>>;
  say: (line: string) => void;
}

const APPS = join(import.meta.dirname, "../../../../apps");
/** Half the memory at the same throughput. */
const PORTAL_FLAGS = ["--max-old-space-size=192", "--max-semi-space-size=4"];
const RECONCILER_FLAGS = ["--max-old-space-size=256", "--max-semi-space-size=4"];

/** The portal, on loopback, and the reconciler, each started again when it ends by itself. */
export function startApps(options: AppsOptions): { portal: KeptRunning; reconciler: KeptRunning } {
  const { home, record, port, env, say } = options;
  const start = (name: string, args: readonly string[], cwd: string) => () => {
    const child = startChild({
      name,
      command: process.execPath,
      args,
      cwd,
      env: { ...machineEnv(), ...env },
      logFile: join(home, "logs", `${name}.log`),
    });
    record.add(name, child.pid);
    return child;
  };
  const portal = join(APPS, "portal");
  const next = createRequire(join(portal, "package.json")).resolve("next/dist/bin/next");
  const listen = ["--hostname", "127.0.0.1", "--port", String(port)];
  return {
    portal: keepRunning(start("portal", [...PORTAL_FLAGS, next, "start", ...listen], portal), say),
    reconciler: keepRunning(
      start("reconciler", [...RECONCILER_FLAGS, join(APPS, "reconciler/src/main.ts")], APPS),
      say,
    ),
  };
}
