import { existsSync } from "node:fs";
import { join } from "node:path";
import { NODE, ROOT } from "./root.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/** Debian's place for it; FAIRLEAD_CHROMIUM names another. */
const SYSTEM = process.env.FAIRLEAD_CHROMIUM ?? "/usr/bin/chromium";
const PLAYWRIGHT = join(ROOT, "node_modules/@playwright/test/cli.js");
const PATIENCE_MS = 5000;

/** A Chromium for the browser tests: the system's, else Playwright's own, else Debian's package. */
export async function browser() {
  if (existsSync(SYSTEM)) return;
  if (await answers("https://cdn.playwright.dev")) {
    await step("Downloading Chromium", "a minute", (onLine) =>
      run("chromium", NODE, [PLAYWRIGHT, "install", "chromium"], { onLine }),
    );
    return;
  }
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error(
      "The browser tests need Chromium, and it cannot be downloaded from here. Install it and set FAIRLEAD_CHROMIUM.",
    );
  }
  await step("Installing Debian's Chromium", "a minute", async (onLine) => {
    const install = () =>
      run("chromium", "apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], {
        onLine,
        env: { DEBIAN_FRONTEND: "noninteractive" },
      });
    await install().catch(async () => {
      await run("chromium-lists", "apt-get", ["update"], { onLine });
      await install();
    });
  });
}

async function answers(address) {
  try {
    await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  }
}
