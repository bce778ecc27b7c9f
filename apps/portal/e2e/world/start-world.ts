// The world of the browser tests: a whole sandbox of its own with two clusters, and the shop without shippingservice.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readSandboxEnv } from "@fairlead/env";
import { removeState } from "../../../../packages/sandbox/src/control/remove-state.ts";
import { startSandbox } from "../../../../packages/sandbox/src/supervisor/start-sandbox.ts";

const home = process.env.FAIRLEAD_E2E_HOME;
const port = Number(process.env.FAIRLEAD_E2E_PORT);
if (home === undefined) throw new Error("Run this by Playwright: FAIRLEAD_E2E_HOME is not set.");

const examples = join(home, "examples");
cpSync(join(import.meta.dirname, "../../../../examples/online-boutique"), examples, { recursive: true });
rmSync(join(examples, "shippingservice.yaml"));

const say = (line: string) => process.stdout.write(`${line}\n`);
const asked = new AbortController();
const sandbox = await startSandbox(
  {
    ...readSandboxEnv(),
    home: join(home, "state"),
    port,
    databaseUrl: undefined,
    clusters: { kind: "made", names: ["dev", "prod-eu"] },
    examples,
  },
  {
    say,
    onCluster: (cluster, { percent, message, ready }) => {
      if (ready || percent % 10 < 1) say(`${cluster}: ${message}`);
    },
  },
  asked.signal,
);
say(`The world is up: ${sandbox.url}`);

let ending = false;
const end = async () => {
  if (ending) return;
  ending = true;
  await sandbox.stop();
  // As root, the database lies elsewhere.
  removeState(join(home, "state"));
  rmSync(home, { recursive: true, force: true });
  process.exit(0);
};
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end());
