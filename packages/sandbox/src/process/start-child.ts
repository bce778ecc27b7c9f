import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { childEnv } from "./child-env.ts";

export interface ChildOptions {
  /** For people and for the log. */
  name: string;
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  /** Run as somebody else, where the parent may. */
  user?: { uid: number; gid: number } | undefined;
  logFile: string;
  /** What asks it to end. */
  signal?: "TERM" | "INT";
  /** How long it may take to end before it is made to; ten seconds if left out. */
  graceSeconds?: number;
  /** Sees each line of its stderr. */
  onLine?: (line: string) => void;
}

export interface Child {
  name: string;
  /** Of the group that it leads. */
  pid: number;
  logFile: string;
  /** The exit code; resolves, never rejects. */
  exited: Promise<number>;
  /** `undefined` while it runs. */
  exitCode(): number | undefined;
  /** Whether somebody killed its whole group: a crash ends the process alone, and the shell tells of it. */
  wasKilled(): boolean;
  /** Asks it to end, and makes it end after the grace. */
  stop(): Promise<void>;
}

/**
 * A shell stands between parent and child. It holds the reading end of a pipe that only the parent writes to: when the
 * parent dies, however it dies, the pipe closes and the shell ends the child. Works wherever there is a POSIX shell.
 */
const KEEPER = `
signal=$1; grace=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- & child=$!
end() { kill -$signal $child 2>/dev/null; }
trap end TERM INT HUP
( cat <&3 >/dev/null; kill -$signal $child 2>/dev/null; sleep $grace; kill -KILL $child 2>/dev/null ) >/dev/null 2>&1 & watcher=$!
exec 3<&-
wait $child; code=$?
while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
kill $watcher 2>/dev/null
exit $code
`;

/** A log that has grown beyond this is begun anew at the next start. */
const MAX_LOG_BYTES = 20_000_000;

/** Starts a process that cannot outlive its parent. It leads a group of its own, so Ctrl-C reaches the parent alone. */
export function startChild(options: ChildOptions): Child {
  const { name, logFile, graceSeconds = 10 } = options;
  const keeper = ["-c", KEEPER, name, options.signal ?? "TERM", String(graceSeconds)];
  const child = spawn("sh", [...keeper, options.command, ...options.args], {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.user ?? {}),
    env: childEnv(options.env),
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const log = openLog(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  if (options.onLine !== undefined) createInterface({ input: child.stderr }).on("line", options.onLine);
  // Writing never happens; the pipe breaking is expected when the child ends first.
  child.stdin.on("error", () => {});
  let code: number | undefined;
  let killed = false;
  const exited = new Promise<number>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", (status) => {
      killed = status === null;
      resolve(status ?? 1);
    });
  }).then((status) => {
    code = status;
    return status;
  });
  child.once("close", () => log.end());
  return {
    name,
    pid: child.pid ?? 0,
    logFile,
    exited,
    exitCode: () => code,
    wasKilled: () => killed,
    stop: async () => {
      child.stdin.end();
      const late = new AbortController();
      const ended = await Promise.race([
        exited.then(() => true),
        wait((graceSeconds + 2) * 1000, false, { signal: late.signal }).catch(() => true),
      ]);
      late.abort();
      if (!ended && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await exited;
    },
  };
}

function openLog(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) rmSync(file);
  return createWriteStream(file, { flags: "a", mode: 0o600 });
}
