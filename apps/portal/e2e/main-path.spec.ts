import { join } from "node:path";
import { expect, signIn, test } from "./test.ts";

const IMAGE = "us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/shippingservice:v0.10.6";

test("the example shop becomes healthy in dev", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "developer");
  await page.goto("/services");
  await expect(page.getByRole("row")).toHaveCount(11);
  // Nobody reloads: what happens in the cluster arrives by itself.
  await expect(page.getByRole("row").getByText("Healthy")).toHaveCount(10, { timeout: 200_000 });
});

test("a developer declares a service through the form alone, deploys it and sees it healthy", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "developer");
  await page.getByRole("link", { name: "Declare a service" }).click();
  await page.getByRole("radio", { name: /gRPC service/ }).check();
  for (const question of [/keep data on its own disk/, /vendor supports on machines only/]) {
    await page.getByRole("radiogroup", { name: question }).getByRole("radio", { name: "No" }).check();
  }

  await test.step("what is wrong is said at its field", async () => {
    const name = page.getByRole("textbox", { name: "Name", exact: true });
    await name.fill("Shipping Service");
    await name.blur();
    await expect(page.getByText(/is not a DNS name/i).first()).toBeVisible();
    await name.fill("shippingservice");
    await expect(page.getByText(/is not a DNS name/i)).toHaveCount(0);
  });
  await page.getByRole("textbox", { name: "What it does" }).fill("Quotes and books a parcel.");
  await page.getByRole("textbox", { name: "Image" }).fill(IMAGE);

  await test.step("a check refuses, and its remedy mends it", async () => {
    await page.getByRole("combobox", { name: "Tier" }).click();
    await page.getByRole("option", { name: /Tier 1|^1/ }).click();
    const fix = page.getByRole("button", { name: /at least 3/i }).first();
    await expect(fix).toBeVisible();
    await fix.click();
    await expect(page.getByRole("button", { name: /at least 3/i })).toHaveCount(0);
    await expect(page.getByText(/\d+ pass/)).toBeVisible();
    await expect(page.getByText(/\d+ fails?/)).toHaveCount(0);
  });

  await page.getByRole("button", { name: "Create service" }).click();
  await expect(page).toHaveURL(/\/services\/shippingservice/);
  await expect(page.getByRole("main").getByText("shipping-team").first()).toBeVisible();

  await page.getByRole("link", { name: "Deploy" }).first().click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Deploy to Development/ })
    .click();
  await expect(page).toHaveURL(/\/deliveries\//);
  await expect(page.getByText(/objects accepted by the cluster/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Serves with 2 of 2 pods/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "See the service" }).click();
  await expect(page.getByText(/2 of 2 serving/)).toBeVisible();
});

test("the README's picture", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/services/frontend");
  await expect(page.getByText("Storefront on duty")).toBeVisible();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.screenshot({ path: join(import.meta.dirname, "../../../reports/service.png") });
});
