import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { adminRequest } from "../../../packages/sandbox/src/kubernetes/control-plane/admin-request.ts";
import { expect, signIn, test } from "./test.ts";

/** The name of a running pod of the frontend, as kubectl would show it. */
async function podOfFrontend(): Promise<string> {
  const file = join(process.env.FAIRLEAD_E2E_HOME ?? "", "state/clusters/dev/admin.kubeconfig");
  const { clusters, users } = JSON.parse(readFileSync(file, "utf8"));
  const access = {
    server: clusters[0].cluster.server,
    ca: Buffer.from(clusters[0].cluster["certificate-authority-data"], "base64").toString("utf8"),
    token: users[0].user.token,
  };
  const { body } = await adminRequest(access, "GET", "/api/v1/namespaces/frontend-dev/pods");
  return JSON.parse(body).items[0].metadata.name;
}

/** A page is read before its keys act: the first press may come too early for the script, as a person's may. */
async function pressSlash(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
  }).toPass();
}

test("whoever is on call finds the owner by name, by hostname and by a pod's name", async ({ page }) => {
  await signIn(page, "oncall");
  for (const query of ["frontend", "shop.example.com", await podOfFrontend()]) {
    expect(query).not.toBe("");
    await pressSlash(page);
    await page.keyboard.type(query);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/find\?q=/);
    await expect(page.getByText("Storefront", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: /Storefront on duty/ }).first()).toHaveAttribute("href", /^tel:/);
  }
});

test("the answer needs no JavaScript and fits a phone", async ({ page, browser }) => {
  await signIn(page, "oncall");
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    viewport: { width: 360, height: 780 },
    baseURL: new URL(page.url()).origin,
  });
  const phone = await plain.newPage();
  await phone.goto("/");
  await phone.getByRole("searchbox").fill("shop.example.com");
  await phone.getByRole("searchbox").press("Enter");
  await expect(phone.getByText("Storefront", { exact: true }).first()).toBeVisible();
  await plain.close();

  await page.setViewportSize({ width: 360, height: 780 });
  for (const path of [
    "/find?q=frontend",
    "/services/frontend",
    "/services",
    "/declare",
    "/resources",
    "/resources/redis-cart",
    "/clusters",
    "/",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test("what nobody knows is said, with what to try", async ({ page }) => {
  await signIn(page, "oncall");
  await page.goto("/find?q=no-such-thing");
  await expect(page.getByText("no-such-thing").first()).toBeVisible();
  await expect(page.getByText("Storefront", { exact: true })).toHaveCount(0);
});
