import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { shuffleKeys } from "../../../manifests/testing/shuffle-keys.ts";
import { readExample } from "./read-example.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(tmpdir(), "fairlead-bytes-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The manifests of documents as the command prints them. */
async function rendered(documents: string, env: Record<string, string> = {}): Promise<string> {
  const args = [
    join(ROOT, "apps/cli/src/main.ts"),
    ...["render", documents, "--environment", "prod", "--cluster", "prod-eu"],
  ];
  const options = { cwd: ROOT, env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", ...env } as const };
  const { stdout } = await promisify(execFile)(process.execPath, args, { ...options, maxBuffer: 2 ** 26 });
  return stdout;
}

/** The same documents in another order, and their keys as well. */
function shuffled(seed: number): string {
  const { documents } = readExample("online-boutique");
  const path = join(folder, `${seed}.yaml`);
  const lines = documents.toReversed().map((document) => JSON.stringify(shuffleKeys(document, seed)));
  // JSON documents in one stream of YAML.
  writeFileSync(path, lines.join("\n---\n"));
  return path;
}

const example = join(ROOT, "examples/online-boutique");

test("manifests are the same to the byte, whatever the locale, the time zone and the order of keys and documents", async () => {
  const expected = await rendered(example);
  expect(expected.match(/^kind: /gm)?.length).toBeGreaterThan(100);
  expect(await rendered(example, { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Asia/Kathmandu" })).toBe(expected);
  expect(await rendered(shuffled(1), { LANG: "C", TZ: "Pacific/Apia" })).toBe(expected);
  expect(await rendered(shuffled(2))).toBe(expected);
}, 60_000);
