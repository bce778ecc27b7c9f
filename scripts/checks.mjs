// The static checks: format and lint, types, direction of imports, dead code. Each counts as one test.
// `node scripts/checks.mjs [--root DIR] [--only NAME]`; writes reports/checks.json below the root.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { root: { type: "string", default: "." }, only: { type: "string" } } });
const root = resolve(values.root);

const CHECKS = [
  { name: "biome", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "types", command: ["tsc", "--noEmit"] },
  {
    name: "boundaries",
    command: ["depcruise", "--config", ".dependency-cruiser.mjs", "--output-type", "json", "apps", "packages"],
    /** dependency-cruiser passes when it sees nothing: a check that saw no modules has failed. */
    judge: (output) => {
      const { summary } = JSON.parse(output);
      const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
      if (summary.totalCruised < 20) broken.push(`only ${summary.totalCruised} modules were seen`);
      return broken;
    },
  },
  { name: "unused", command: ["knip", "--no-progress"] },
];

function run([bin, ...args]) {
  return new Promise((done) => {
    const path = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
    const child = spawn(join(root, "node_modules/.bin", bin), args, { cwd: root, env: { ...process.env, PATH: path } });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => {
        output[stream] += text;
      });
    }
    child.on("error", (error) => done({ code: 1, stdout: "", stderr: String(error) }));
    child.on("close", (code) => done({ code: code ?? 1, ...output }));
  });
}

function judgement({ judge }, { code, stdout, stderr }) {
  if (judge === undefined) return { ok: code === 0, output: stdout + stderr };
  try {
    const broken = judge(stdout);
    return { ok: broken.length === 0, output: broken.join("\n") };
  } catch {
    return { ok: false, output: stdout.slice(0, 2000) + stderr };
  }
}

const chosen = CHECKS.filter(({ name }) => values.only === undefined || values.only === name);
const results = [];
for (const check of chosen) {
  const { ok, output } = judgement(check, await run(check.command));
  results.push({ name: check.name, ok, output: ok ? "" : output });
  process.stdout.write(`${ok ? "✓" : "✗"} ${check.name}\n${ok ? "" : `${output}\n`}`);
}
const failed = results.filter(({ ok }) => !ok).length;
mkdirSync(join(root, "reports"), { recursive: true });
writeFileSync(
  join(root, "reports/checks.json"),
  `${JSON.stringify({ passed: results.length - failed, failed, results }, null, 2)}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
