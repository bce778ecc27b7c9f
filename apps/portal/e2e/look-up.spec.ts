import { expect, signIn, test } from "./test.ts";

/** The name of a pod of the frontend, as the portal itself shows it. */
async function podOfFrontend(page: import("@playwright/test").Page): Promise<string> {
  const answer = await page.goto("/find?q=frontend-dev");
  expect(answer?.ok()).toBe(true);
  await page.goto("/services/frontend");
  const delivery = await page
    .getByRole("link", { name: /v0\.10\.6/ })
    .first()
    .getAttribute("href");
  await page.goto(delivery ?? "");
  return (
    (await page
      .getByText(/^frontend-[a-z0-9]+-[a-z0-9]{5}$/)
      .first()
      .textContent()) ?? ""
  );
}

test("whoever is on call finds the owner by name, by hostname and by a pod's name", async ({ page }) => {
  await signIn(page, "oncall");
  for (const query of ["frontend", "shop.example.com", await podOfFrontend(page)]) {
    expect(query).not.toBe("");
    await page.keyboard.press("/");
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
  for (const path of ["/find?q=frontend", "/services/frontend", "/services", "/declare", "/clusters", "/"]) {
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
