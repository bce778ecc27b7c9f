import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../..");

const pages = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean);

/** Paths in backticks that begin with a folder of the repository, without placeholders. */
function namedPaths(text: string): string[] {
  const folders = /`((?:apps|packages|prisma|docs|examples|scripts|\.ci)\/[^`\s*<>{}…:]+)`/g;
  return [...text.matchAll(folders)].map(([, path]) => path ?? "");
}

function links(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) => path ?? "");
}

function npmScripts(text: string): string[] {
  return [...text.matchAll(/`npm run ([a-z:-]+)/g)].map(([, name]) => name ?? "");
}

describe("the documents name what exists", () => {
  test("there are documents to read", () => {
    expect(pages).toContain("README.md");
  });

  test.each(pages)("%s", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const scripts = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts;
    const missing = [
      ...namedPaths(text).filter((path) => !existsSync(join(root, path))),
      ...links(text).filter((path) => !existsSync(resolve(root, dirname(page), path))),
      ...npmScripts(text).filter((name) => !(name in scripts)),
    ];
    expect(missing).toEqual([]);
  });
});
