import { Console } from "node:console";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { EnvError, readSandboxEnv, type SandboxEnv } from "@fairlead/env";
import { clusterLines } from "./supervisor/cluster-lines.ts";
import { type Arguments, readArguments, USAGE } from "./supervisor/read-arguments.ts";
import {
  dropSupervisorState,
  readSupervisorState,
  type SupervisorState,
  writeSupervisorState,
} from "./supervisor/supervisor-state.ts";

const EXAMPLES = join(import.meta.dirname, "../../../examples/online-boutique");

/** Runs the sandbox until it is asked to end. Gives the exit code. */
export async function runSandbox(args: readonly string[]): Promise<number> {
  const settings = readOrExplain(args);
  if (settings === undefined) return 2;
  const { env, arguments: given } = settings;
  const running = readSupervisorState(env.home);
  if (running !== undefined) {
    process.stderr.write(
      `The sandbox is running already${running.url === undefined ? "" : `: ${running.url}`} (process ${running.pid}). ` +
        "End it with `npx fairlead sandbox down`, or set FAIRLEAD_HOME to another folder.\n",
    );
    return 1;
  }
  mkdirSync(join(env.home, "logs"), { recursive: true, mode: 0o700 });
  sendLibrariesToLog(env.home);
  const asked = endWhenAsked(given.withParent);
  try {
    await runUntil(asked, env, given);
    return 0;
  } catch (error) {
    if (asked.aborted) return 0;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    dropSupervisorState(env.home);
  }
}

async function runUntil(asked: AbortSignal, env: SandboxEnv, given: Arguments): Promise<void> {
  const lines = clusterLines(process.stdout);
  const simulated = given.clusters.kind === "made";
  const state: Omit<SupervisorState, "pid" | "identity"> = { since: new Date().toISOString(), simulated, clusters: {} };
  const publish = () => writeSupervisorState(env.home, state);
  publish();
  // Loaded late: what comes before is quick to say no.
  const { startSandbox } = await import("./supervisor/start-sandbox.ts");
  const options = { ...env, clusters: given.clusters, examples: given.empty ? undefined : EXAMPLES };
  const events = {
    say: lines.say,
    onCluster: (cluster: string, news: SupervisorState["clusters"][string]) => {
      lines.show(cluster, news);
      state.clusters[cluster] = news;
      publish();
    },
  };
  const sandbox = await startSandbox(options, events, asked);
  try {
    state.url = sandbox.url;
    publish();
    lines.say(`\nFairlead is up: ${sandbox.url}\n`);
    const about = simulated ? " Pods in its clusters are simulated: they run nothing." : "";
    lines.say(`Sign in as whom you like.${about} Ctrl-C ends it all.`);
    await aborted(asked);
    lines.say("Ending");
  } finally {
    await sandbox.stop();
  }
}

function readOrExplain(args: readonly string[]): { env: SandboxEnv; arguments: Arguments } | undefined {
  try {
    return { env: readSandboxEnv(), arguments: readArguments(args) };
  } catch (error) {
    const isSetting = error instanceof EnvError;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${isSetting ? "" : `\n${USAGE}\n`}`);
    return undefined;
  }
}

/** What libraries print is for the log, not among the lines for people. */
function sendLibrariesToLog(home: string): void {
  const log = createWriteStream(join(home, "logs/supervisor-libraries.log"), { flags: "a", mode: 0o600 });
  globalThis.console = new Console(log);
}

/** A terminal and npm each hand the same Ctrl-C on; only what comes later is a second one. */
const SAME_MS = 1000;

/** Aborts at the first signal; a second one ends this process at once, and its children by their pipes. */
function endWhenAsked(withParent: boolean): AbortSignal {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const end = () => {
    if (firstAt !== undefined && Date.now() - firstAt > SAME_MS) process.exit(130);
    firstAt ??= Date.now();
    controller.abort(new Error("The sandbox was asked to end."));
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, end);
  if (withParent) {
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      end();
    }, 1000);
    timer.unref();
  }
  return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

if (import.meta.main) process.exit(await runSandbox(process.argv.slice(2)));
