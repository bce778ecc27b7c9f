// `npm test`: prepares what is missing, then runs all checks and tests, or the parts that are named. The last line is
// the total over the runners' own reports. Node 20 or later; Node's own modules only.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { browser } from "./steps/browser.mjs";
import { build } from "./steps/build.mjs";
import { fail } from "./steps/fail.mjs";
import { generate } from "./steps/generate.mjs";
import { install } from "./steps/install.mjs";
import { kubernetes } from "./steps/kubernetes.mjs";
import { linter } from "./steps/linter.mjs";
import { promtool } from "./steps/promtool.mjs";
import { countChecks, countPlaywright, countVitest } from "./steps/reports.mjs";
import { NODE, ROOT } from "./steps/root.mjs";
import { runAttached } from "./steps/run.mjs";

const REPORTS = join(ROOT, "reports");
const bin = (path) => join(ROOT, "node_modules", path);
const vitest = (project) => [
  bin("vitest/vitest.mjs"),
  "run",
  "--project",
  project,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${join(REPORTS, `${project}.json`)}`,
];

/** The parts, in the order in which they tell most in the least time. */
const PARTS = [
  { name: "checks", needs: [], args: [join(ROOT, "scripts/checks.mjs")], report: "checks.json", count: countChecks },
  { name: "unit", needs: [], args: vitest("unit"), report: "unit.json", count: countVitest },
  {
    name: "integration",
    needs: [kubernetes, linter, promtool],
    args: vitest("integration"),
    report: "integration.json",
    count: countVitest,
  },
  {
    name: "browser",
    needs: [build, kubernetes, browser],
    args: [bin("@playwright/test/cli.js"), "test", "--config", join(ROOT, "apps/portal/playwright.config.ts")],
    report: "playwright.json",
    count: countPlaywright,
  },
];

async function runPart({ name, needs, args, report, count }) {
  const file = join(REPORTS, report);
  rmSync(file, { force: true });
  for (const need of needs) await need();
  process.stdout.write(`\n── ${name}\n`);
  const code = await runAttached(NODE, args);
  return { name, ...count(file, code) };
}

function chosenParts() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    throw new Error(`There is no part ${unknown.join(", ")}. Choose of ${PARTS.map(({ name }) => name).join(", ")}.`);
  }
  return PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
}

try {
  const parts = chosenParts();
  await install();
  await generate();
  mkdirSync(REPORTS, { recursive: true });
  const results = [];
  for (const part of parts) {
    // A part that cannot even be prepared has failed; the others still say what they know.
    const failed = (error) => {
      process.stderr.write(`${error?.message ?? error}\n`);
      return { name: part.name, passed: 0, failed: 1, skipped: 0 };
    };
    results.push(await runPart(part).catch(failed));
  }
  const total = (field) => results.reduce((sum, result) => sum + result[field], 0);
  process.stdout.write("\n");
  for (const { name, passed, failed, skipped } of results) {
    process.stdout.write(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
  }
  process.stdout.write(`${total("passed")} passed, ${total("failed")} failed\n`);
  process.exitCode = total("failed") === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
