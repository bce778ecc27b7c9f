import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LOGS, ROOT, STEP_ENV } from "./root.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Runs a program with its output in a log of the given name. Fails with the log's end. */
export async function run(name, command, args, { env = {}, onLine = () => {} } = {}) {
  mkdirSync(LOGS, { recursive: true });
  const logFile = join(LOGS, `${name}.log`);
  const log = createWriteStream(logFile);
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...STEP_ENV, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const forget = handOnSignals((signal) => process.kill(-child.pid, signal));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      log.write(text);
      for (const line of text.split("\n")) if (line.trim() !== "") onLine(line.trim());
    });
  }
  const ended = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ?? code));
  }).finally(forget);
  await new Promise((resolve) => log.end(resolve));
  if (ended !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with ${ended}. From ${logFile}:\n\n${whatFailed(logFile)}`);
}

/** Runs a program that shares our terminal. Gives its exit code. */
export async function runAttached(command, args, { env = {} } = {}) {
  const child = spawn(command, args, { cwd: ROOT, env: { ...STEP_ENV, ...env }, stdio: "inherit" });
  const forget = handOnSignals((signal) => child.kill(signal));
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  }).finally(forget);
}

/** Whatever asks us to end asks the program to end; we end after it. Gives what undoes that. */
function handOnSignals(kill) {
  const listeners = SIGNALS.map((signal) => {
    const listener = () => {
      try {
        kill(signal);
      } catch {
        // It has ended meanwhile.
      }
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const undo of listeners) undo();
  };
}

/** Twenty lines from the first that speaks of an error; the last ones where none does. */
function whatFailed(file) {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const first = lines.findIndex((line) => /\berror\b/i.test(line));
  return (first < 0 ? lines.slice(-20) : lines.slice(first, first + 20)).join("\n");
}
