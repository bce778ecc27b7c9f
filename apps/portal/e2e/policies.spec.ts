import { expect, signIn, test } from "./test.ts";

const POLICY = "run-as-non-root";

test("all policies are in step in every cluster, and found by word, control and stage", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/clusters");
  await expect(page.getByRole("link", { name: /^\d+ policies in step$/ })).toHaveCount(2, { timeout: 90_000 });

  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /Policies/ })
    .click();
  await expect(page.getByRole("heading", { name: "Policies", exact: true })).toBeVisible();
  const all = page.getByRole("status").filter({ hasText: /^\d+ policies$/ });
  await expect(all).toBeVisible();
  await page.getByRole("searchbox", { name: "Filter policies" }).fill("CIS 5.2.6");
  await expect(page).toHaveURL(/text=CIS/);
  const rows = page.getByRole("table", { name: "Policies" }).getByRole("row");
  await expect(rows.filter({ hasText: "CIS 5.2.6" })).not.toHaveCount(0);
  await expect(rows.filter({ hasNotText: "CIS 5.2.6" })).toHaveCount(1); // the head
  await page.goto("/policies?stage=warn");
  await expect(page.getByText("1 policy", { exact: true })).toBeVisible();
});

test("a policy says in plain words what it refuses, with examples, and who may move it", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto(`/policies/${POLICY}`);
  await expect(
    page
      .getByRole("region", { name: "What it says" })
      .or(page.getByText(/^Refuses: /))
      .first(),
  ).toBeVisible();
  await page.getByText("a pod that says nothing about root").click();
  await expect(page.getByText("app, prepare may run as root.")).toBeVisible();
  await expect(page.getByText("as of").first()).toBeVisible();
  const move = page.getByRole("button", { name: "Move" });
  await move.hover();
  await expect(page.getByText(/takes a platform engineer/)).toBeVisible();
});

test("a platform engineer moves a policy to audit, and clusters follow", async ({ page }) => {
  await signIn(page, "platform");
  await page.goto("/policies/spread");
  await page.getByRole("button", { name: "Move" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Warns from").fill("soon");
  await expect(dialog.getByText("This is not a day.")).toBeVisible();
  await dialog.getByLabel("Warns from").fill("2999-01-01");
  await dialog.getByLabel("Denies from").fill("2999-02-01");
  await dialog.getByLabel("Why").fill("To see who breaks it first");
  await dialog.getByRole("button", { name: "Audit from now on" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Audits", { exact: true }).first()).toBeVisible();
  await expect(
    page.getByText(/warns from 2999-01-01, denies from 2999-02-01\. To see who breaks it first/),
  ).toBeVisible();
  await page.goto("/policies?stage=audit");
  await expect(
    page.getByRole("link", { name: /./ }).filter({ hasText: "spread" }).or(page.getByText("spread")).first(),
  ).toBeVisible();
});

test("a policy that does not exist is a page that says so", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/policies/no-such-thing");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/not|nothing/i);
});
