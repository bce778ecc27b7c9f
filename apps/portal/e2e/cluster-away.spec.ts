import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, signIn, test } from "./test.ts";

/** Stops a cluster's API server in its tracks, or lets it go on, by its process group: it keeps its address and answers nothing. */
function signalApiServer(cluster: string, signal: "SIGSTOP" | "SIGCONT"): void {
  const file = join(process.env.FAIRLEAD_E2E_HOME ?? "", "state/processes.json");
  const recorded: unknown = JSON.parse(readFileSync(file, "utf8"));
  const entry = Array.isArray(recorded)
    ? recorded.findLast(({ name }) => name === `${cluster}/kube-apiserver`)
    : undefined;
  if (entry === undefined) throw new Error(`${cluster}/kube-apiserver is not among the recorded processes`);
  process.kill(-entry.pid, signal);
}

test.afterEach(() => signalApiServer("prod-eu", "SIGCONT"));

test("a cluster that goes away is said, its last state stays, and all else goes on", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "developer");
  // Dana maintains shipping-team, so production is hers to deploy to.
  await page.goto("/services/shippingservice");
  await page
    .getByRole("link", { name: /Deploy|Promote/ })
    .last()
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Deploy to Production/ })
    .click();
  await expect(page.getByText(/Serves with 3 of 3 pods/)).toBeVisible({ timeout: 90_000 });

  signalApiServer("prod-eu", "SIGSTOP");
  await page.goto("/clusters");
  await expect(page.getByText(/Unreachable|cannot be reached/i).first()).toBeVisible({ timeout: 90_000 });

  await page.goto("/services/shippingservice");
  await expect(page.getByText(/Unreachable|cannot be reached/i).first()).toBeVisible();
  // The last known state, not emptiness, and not health.
  await expect(page.getByText(/3 of 3/).first()).toBeVisible();
  await page.goto("/find?q=shippingservice");
  await expect(page.getByText("Shipping", { exact: true }).first()).toBeVisible();
  await page.goto("/services/frontend");
  await expect(page.getByText("Healthy").first()).toBeVisible();

  signalApiServer("prod-eu", "SIGCONT");
  await page.goto("/clusters");
  await expect(page.getByText(/Unreachable|cannot be reached/i)).toHaveCount(0, { timeout: 90_000 });
});
