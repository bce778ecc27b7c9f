import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

// Workers read this file again: what was chosen once is handed on by the environment.
process.env.FAIRLEAD_E2E_HOME ??= mkdtempSync(join(tmpdir(), "fairlead-e2e-"));
process.env.FAIRLEAD_E2E_PORT ??= String(20_000 + (process.pid % 10_000));

const url = `http://localhost:${process.env.FAIRLEAD_E2E_PORT}`;
const chromium = process.env.FAIRLEAD_CHROMIUM ?? "/usr/bin/chromium";
const root = join(import.meta.dirname, "../..");

export default defineConfig({
  testDir: "e2e",
  outputDir: join(root, "test-results"),
  // One world for all: what one test declares, the next one sees.
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: join(root, "reports/playwright.json") }]],
  use: {
    baseURL: url,
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "main path", testMatch: "main-path.spec.ts" },
    { name: "all else", testIgnore: ["main-path.spec.ts", "cluster-away.spec.ts"], dependencies: ["main path"] },
    // It takes a cluster away, so it comes last.
    { name: "cluster away", testMatch: "cluster-away.spec.ts", dependencies: ["all else"] },
  ],
  webServer: {
    command: `${JSON.stringify(process.execPath)} ${JSON.stringify(join(import.meta.dirname, "e2e/world/start-world.ts"))}`,
    url: `${url}/readyz`,
    timeout: 15 * 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 60_000 },
    stdout: "pipe",
  },
});
