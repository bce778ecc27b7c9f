import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readSupervisorState } from "@fairlead/sandbox/control";
import { CommandFailure } from "../client/command-failure.ts";
import type { SandboxSetup } from "./sandbox-setup.ts";

export interface UpOptions {
  clusters?: string;
  kubeconfig?: string;
  context?: string;
  empty?: boolean;
}

const START = join(import.meta.dirname, "../../../../scripts/start.mjs");

/** Does what `npm start` does, detached, and follows it until the portal answers. */
export async function up({ terminal, settings }: SandboxSetup, options: UpOptions): Promise<void> {
  const { home } = settings();
  const running = readSupervisorState(home);
  if (running !== undefined) return terminal.out(`It is up already: ${running.url ?? "it is starting"}`);
  const logFile = join(home, "logs/sandbox.log");
  mkdirSync(join(home, "logs"), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, "w", 0o600);
  const child = spawn(process.execPath, [START, "--detached", ...argumentsOf(options)], {
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));

  let shown = 0;
  const show = () => {
    const text = readFileSync(logFile, "utf8");
    const end = text.lastIndexOf("\n") + 1;
    for (const line of text.slice(shown, end).split("\n")) if (line !== "") terminal.err(line);
    shown = Math.max(shown, end);
  };
  for (;;) {
    const code = await Promise.race([ended, wait(200)]);
    const state = readSupervisorState(home);
    if (code !== undefined) {
      show();
      throw new CommandFailure(code === 2 ? 2 : 3, `It did not start. All that was said is in ${logFile}.`);
    }
    if (state?.url !== undefined) return terminal.out(state.url);
    show();
  }
}

function argumentsOf({ clusters, kubeconfig, context, empty }: UpOptions): string[] {
  return [
    ...(clusters === undefined ? [] : ["--clusters", clusters]),
    ...(kubeconfig === undefined ? [] : ["--kubeconfig", kubeconfig]),
    ...(context === undefined ? [] : ["--context", context]),
    ...(empty === true ? ["--empty"] : []),
  ];
}
