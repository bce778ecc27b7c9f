import AxeBuilder from "@axe-core/playwright";
import { expect, signIn, test } from "./test.ts";

const PAGES = [
  "/",
  "/services",
  "/services/frontend",
  "/declare",
  "/resources",
  "/resources/redis-cart",
  "/services/frontend/manifests",
  "/clusters",
  "/templates",
  "/templates/web-service",
  "/policies",
  "/policies/spread",
  "/exceptions?list=all",
  "/exceptions/new",
  "/adopt",
  "/find?q=frontend",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`no page keeps anybody out, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await expectNoViolations(page, "sign-in");
    await signIn(page, "developer");
    for (const path of PAGES) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectNoViolations(page, path);
    }
  });
}

async function expectNoViolations(page: import("@playwright/test").Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  ).toEqual([]);
}
