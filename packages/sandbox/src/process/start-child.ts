import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
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
  user?: { uid: number; gid: number };
  logFile: string;
  /** What asks it to end. */
  signal?: "TERM" | "INT";
}

export interface Child {
  name: string;
  pid: number;
  /** The exit code; resolves, never rejects. */
  exited: Promise<number>;
  /** Asks it to end, and makes it end after ten seconds. */
  stop(): Promise<void>;
}

/**
 * A shell stands between parent and child. It holds the reading end of a pipe that only the parent writes to: when the
 * parent dies, however it dies, the pipe closes and the shell ends the child. Works wherever there is a POSIX shell.
 */
const KEEPER = `
signal=$1; shift
exec 3<&0
"$@" </dev/null 3<&- & child=$!
end() { kill -$signal $child 2>/dev/null; }
trap end TERM INT HUP
( cat <&3 >/dev/null; kill -$signal $child 2>/dev/null; sleep 10; kill -KILL $child 2>/dev/null ) >/dev/null 2>&1 & watcher=$!
exec 3<&-
wait $child; code=$?
while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
kill $watcher 2>/dev/null
exit $code
`;

/** Starts a process that cannot outlive its parent. It leads a group of its own, so Ctrl-C reaches the parent alone. */
export function startChild(options: ChildOptions): Child {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { flags: "a", mode: 0o600 });
  const child = spawn("sh", ["-c", KEEPER, options.name, options.signal ?? "TERM", options.command, ...options.args], {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.user ?? {}),
    env: childEnv(options.env),
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  // Writing never happens; the pipe breaking is expected when the child ends first.
  child.stdin.on("error", () => {});
  const exited = new Promise<number>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  return {
    name: options.name,
    pid: child.pid ?? 0,
    exited,
    stop: async () => {
      child.stdin.end();
      const late = new AbortController();
      const ended = await Promise.race([
        exited.then(() => true),
        wait(12_000, false, { signal: late.signal }).catch(() => true),
      ]);
      late.abort();
      if (!ended && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await exited;
    },
  };
}
