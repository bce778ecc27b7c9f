import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runOfflineCommand } from "../../../testing/run-offline-command.ts";
import { ejectCommand } from "./eject.ts";

const SHOP = join(import.meta.dirname, "../../../../../examples/online-boutique");
const folder = mkdtempSync(join(tmpdir(), "fairlead-eject-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command, and gives what it wrote and how it ended. */
async function eject(...args: string[]) {
  const { out, err, code } = await runOfflineCommand(ejectCommand, [SHOP, "--environment", "prod", ...args]);
  return { said: `${err}\n${out}`, code };
}

test("writes a bundle into a new folder, and says of each service what does not travel", async () => {
  const to = join(folder, "new");
  const { said, code } = await eject("--to", to, "--cluster", "prod-eu");
  expect(code).toBe(0);
  expect(said).toContain("frontend uses a gateway (Gateway API)");
  expect(readdirSync(to)).toEqual(
    expect.arrayContaining(["README.md", "compose.yaml", "frontend", "kustomization.yaml"]),
  );
  expect(readFileSync(join(to, "frontend/score.yaml"), "utf8")).toContain("score.dev/v1b1");
});

test("leaves alone a folder with something in it", async () => {
  const to = mkdtempSync(join(folder, "full-"));
  writeFileSync(join(to, "mine.txt"), "mine");
  const { said, code } = await eject("--to", to);
  expect(code).toBe(2);
  expect(said).toContain("is not empty");
  expect(readdirSync(to)).toEqual(["mine.txt"]);
});
