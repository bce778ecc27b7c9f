import { expect, signIn, test } from "./test.ts";

test("a platform engineer sees the clusters, and what is simulated", async ({ page }) => {
  await signIn(page, "platform");
  await page.goto("/clusters");
  for (const name of ["dev", "prod-eu"]) await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  await expect(page.getByText("Kubernetes v1.36.3")).toHaveCount(2, { timeout: 60_000 });
  await expect(page.getByText(/Pods run nothing/)).toHaveCount(2);
  const offer = page.getByText(/^Offers \d+ of \d+ things to services$/);
  await expect(offer).toHaveCount(2, { timeout: 30_000 });
  await offer.first().click();
  await expect(page.getByText(/^Not here: .*secret store/).filter({ visible: true })).toBeVisible();
});
