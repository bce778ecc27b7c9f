import { expect, signIn, test } from "./test.ts";

test("a deploy that somebody may not do says why and who could", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/services/frontend");
  const refused = page.getByRole("button", { name: /Deploy/ }).last();
  await expect(refused).toHaveAttribute("aria-disabled", "true");
  await refused.focus();
  await expect(page.getByText(/takes a maintainer of storefront-team/).first()).toBeVisible();
});

test("a name that is taken is refused, and nothing is lost", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/declare");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("frontend");
  await page.getByRole("textbox", { name: "Image" }).fill("registry.example.com/shop/frontend:v1");
  await page.getByRole("button", { name: "Create service" }).click();
  await expect(page.getByText(/There is a service named frontend already/).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Image" })).toHaveValue("registry.example.com/shop/frontend:v1");
});

test("a session that was ended elsewhere leads to the sign-in page", async ({ page, browser }) => {
  await signIn(page, "developer");
  const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await elsewhere.newPage();
  await signIn(other, "developer");
  const status = await other.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    return (await fetch("/api/trpc/session.end", { method: "POST", headers, body: "{}" })).status;
  });
  expect(status).toBe(200);
  await elsewhere.close();
  // An open page may notice by itself; the next one that is asked for does at the latest.
  await page.goto("/services");
  await expect(page.getByRole("button", { name: /sign in/i })).toBeVisible();
});

test("a page that is not there says so, with a way on", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/services/no-such-service");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/no|not/i);
  await expect(
    page
      .getByRole("link")
      .filter({ hasText: /services|home/i })
      .first(),
  ).toBeVisible();
});
