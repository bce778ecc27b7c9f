import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../..");

/** A copy of what Git would track, with the same installed packages and its own workspaces. */
function scratchCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), "fairlead-checks-"));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of files.split("\0").filter(Boolean)) {
    cpSync(join(root, file), join(copy, file), { recursive: true, force: true, errorOnExist: false });
  }
  cpSync(join(root, "packages/db/generated"), join(copy, "packages/db/generated"), { recursive: true });
  linkPackages(copy);
  execFileSync("git", ["init", "-q"], { cwd: copy });
  return copy;
}

function linkPackages(copy: string): void {
  mkdirSync(join(copy, "node_modules/@fairlead"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "@fairlead" && name !== ".cache")
      symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
  }
  for (const area of ["packages", "apps"]) {
    for (const name of readdirSync(join(copy, area))) {
      symlinkSync(join(copy, area, name), join(copy, "node_modules/@fairlead", name));
      const own = join(root, area, name, "node_modules");
      const target = join(copy, area, name, "node_modules");
      try {
        symlinkSync(readdirSync(own).length > 0 ? own : "", target);
      } catch {
        // Most workspaces have no packages of their own.
      }
    }
  }
}

function check(copy: string, name: string): { ok: boolean; output: string } {
  const { status, stdout } = spawnSync("node", ["scripts/checks.mjs", "--only", name], { cwd: copy, encoding: "utf8" });
  return { ok: status === 0, output: stdout };
}

describe("each static check catches what it is there for", () => {
  let copy = "";
  beforeAll(() => {
    copy = scratchCopy();
  }, 60_000);
  afterAll(() => {
    if (copy !== "") rmSync(copy, { recursive: true, force: true });
  });

  const MISTAKES = [
    {
      check: "types",
      file: "packages/domain/src/mistake.ts",
      text: "export const wrong: number = 'text';\n",
      says: "mistake.ts",
    },
    {
      check: "boundaries",
      file: "packages/domain/src/mistake.ts",
      text: 'import { migrate } from "@fairlead/db";\n\nexport const wrong = migrate;\n',
      says: "domain-imports-only",
    },
    {
      check: "unused",
      file: "packages/domain/src/mistake.ts",
      text: "export const nobodyAsked = 1;\n",
      says: "mistake.ts",
    },
    {
      check: "biome",
      file: "packages/domain/src/mistake.ts",
      text: "export const wrong: any = 1;\n",
      says: "noExplicitAny",
    },
  ];

  test.each(MISTAKES)(
    "$check",
    ({ check: name, file, text, says }) => {
      expect(check(copy, name)).toMatchObject({ ok: true });
      const path = join(copy, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      const after = check(copy, name);
      rmSync(path);
      expect(after.ok).toBe(false);
      expect(after.output).toContain(says);
    },
    120_000,
  );

  test("a dead export in a file that is used is caught too", () => {
    const path = join(copy, "apps/cli/src/output/age.ts");
    appendFileSync(path, "\nexport const nobodyAsked = 1;\n");
    const after = check(copy, "unused");
    expect(after.ok).toBe(false);
    expect(after.output).toContain("nobodyAsked");
  }, 120_000);
});
