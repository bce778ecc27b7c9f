import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { processIdentity } from "./process-identity.ts";
import { ProcessRecord } from "./process-record.ts";
import { startChild } from "./start-child.ts";

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "fairlead-child-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const sleeper = (logFile: string) => ({ name: "sleeper", command: "sleep", args: ["300"], logFile });

/** A parent with one child that sleeps and one that will not hear of TERM; it prints the ids of both. */
const PARENT = `
  import { startChild } from ${JSON.stringify(join(import.meta.dirname, "start-child.ts"))};
  import { ProcessRecord } from ${JSON.stringify(join(import.meta.dirname, "process-record.ts"))};
  const [home] = process.argv.slice(1);
  const record = new ProcessRecord(home);
  const start = (name, command, args) => {
    const child = startChild({ name, command, args, logFile: home + "/" + name + ".log" });
    record.add(name, child.pid);
    return child.pid;
  };
  const sleeper = start("sleeper", "sleep", ["300"]);
  const deaf = start("deaf", "sh", ["-c", "trap '' TERM; while :; do sleep 0.2; done"]);
  console.log(JSON.stringify({ sleeper, deaf }));
  setInterval(() => {}, 1000);
`;

async function startParent(): Promise<{ pid: number; children: { sleeper: number; deaf: number } }> {
  const parent = spawn(process.execPath, ["--input-type=module", "-e", PARENT, home], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await parent.stdout.take(1).toArray();
  return { pid: parent.pid ?? 0, children: JSON.parse(String(line)) };
}

const gone = (pid: number) => expect.poll(() => processIdentity(pid), { timeout: 15_000 }).toBeUndefined();

describe("a child", () => {
  test("ends when it is asked to, and its output is in its log", async () => {
    const logFile = join(home, "hello.log");
    const child = startChild({ name: "hello", command: "sh", args: ["-c", "echo hello; exec sleep 300"], logFile });
    await expect.poll(() => readFileSync(logFile, "utf8")).toBe("hello\n");
    await child.stop();
    expect(child.exitCode()).toBeGreaterThan(0);
    expect(processIdentity(child.pid)).toBeUndefined();
  });

  test("gives its own exit code, and 127 where there is no such program", async () => {
    const run = (command: string, args: string[]) =>
      startChild({ name: command, command, args, logFile: join(home, "codes.log") }).exited;
    expect(await run("sh", ["-c", "exit 7"])).toBe(7);
    expect(await run("no-such-program", [])).toBe(127);
  });

  test("sees nothing of its parent's environment but where programs are", async () => {
    const logFile = join(home, "env.log");
    await startChild({ name: "env", command: "env", args: [], env: { TOLD: "yes" }, logFile }).exited;
    await expect.poll(() => readFileSync(logFile, "utf8")).toContain("TOLD=yes");
    const names = readFileSync(logFile, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split("=")[0]);
    expect(names.filter((name) => !["_", "PWD", "SHLVL"].includes(name ?? "")).sort()).toEqual([
      "NODE_ENV",
      "PATH",
      "TOLD",
    ]);
  });
});

describe("when the parent is killed", () => {
  test("its children end by themselves, those that do not listen too", async () => {
    const { pid, children } = await startParent();
    process.kill(pid, "SIGKILL");
    await gone(children.sleeper);
    await gone(children.deaf);
  }, 20_000);

  test("what is left of them is found at the next start and ended, and nothing else", async () => {
    const bystander = startChild(sleeper(join(home, "bystander.log")));
    const { pid, children } = await startParent();
    process.kill(pid, "SIGKILL");
    const record = new ProcessRecord(home);
    expect(await record.endLeftovers()).toContain("deaf");
    expect(processIdentity(children.deaf)).toBeUndefined();
    expect(record.running()).toEqual([]);
    expect(processIdentity(bystander.pid)).toBeDefined();
    await bystander.stop();
  }, 20_000);
});

test("a process with a recorded id that started at another time is not ours to end", async () => {
  const other = startChild(sleeper(join(home, "other.log")));
  const folder = mkdtempSync(join(home, "record-"));
  writeFileSync(
    join(folder, "processes.json"),
    JSON.stringify([{ name: "other", pid: other.pid, identity: "another boot 1" }]),
  );
  expect(await new ProcessRecord(folder).endLeftovers()).toEqual([]);
  expect(processIdentity(other.pid)).toBeDefined();
  await other.stop();
});
