import { defineConfig } from "vitest/config";

const INTEGRATION = ["{packages,apps}/**/*.integration.test.ts"];
const IGNORED = ["**/node_modules/**", "**/.next/**", "apps/portal/e2e/**"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          // Property tests on a busy machine: a limit that only a test that hangs reaches.
          testTimeout: 30_000,
          include: ["{packages,apps,scripts}/**/*.test.{ts,tsx}"],
          exclude: [...IGNORED, ...INTEGRATION],
        },
      },
      {
        test: {
          name: "integration",
          include: INTEGRATION,
          exclude: IGNORED,
          // Postgres and a cluster, started once for all files.
          globalSetup: ["packages/testing/src/integration/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
