import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepRunning } from "./keep-running.ts";
import { processIdentity } from "./process-identity.ts";
import { startChild } from "./start-child.ts";

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "fairlead-keep-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function keep(script: string) {
  const said: string[] = [];
  const pids: number[] = [];
  const start = () => {
    const child = startChild({
      name: "worker",
      command: "sh",
      args: ["-c", script],
      logFile: join(home, "worker.log"),
    });
    pids.push(child.pid);
    return child;
  };
  return { kept: keepRunning(start, (line) => said.push(line)), said, pids };
}

test("what crashes starts again, and is told", async () => {
  const { kept, said, pids } = keep("sleep 0.2; kill -9 $$");
  await expect.poll(() => pids.length, { timeout: 10_000 }).toBe(2);
  expect(said[0]).toContain("The worker ended with code 137 and starts again in 1 s.");
  await kept.stop();
});

test("what was told to stop does not start again", async () => {
  const { kept, said, pids } = keep("sleep 300");
  await kept.stop();
  expect(pids.map(processIdentity)).toEqual([undefined]);
  expect(said).toEqual([]);
});

test("what somebody killed with its whole group stays away", async () => {
  const { kept, said, pids } = keep("sleep 300");
  process.kill(-(pids[0] ?? 0), "SIGKILL");
  await expect.poll(() => said).toEqual(["The worker was killed and stays away until the next start."]);
  await kept.stop();
  expect(pids).toHaveLength(1);
});
