import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./test.ts";

/** The newest version's text: the editor shows only the lines on the screen. */
async function textOf(page: Page, name: string): Promise<string> {
  return page.evaluate(async (template) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ name: template });
    const response = await fetch("/api/trpc/template.open", { method: "POST", headers, body });
    return (await response.json()).result.data.published.text;
  }, name);
}

/** Replaces what stands in the editor, as somebody would by selecting all and pasting. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Template web-service as YAML" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

test("a platform engineer writes a new version, is told what is wrong and what changes, and publishes it", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "platform");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Templates" }).click();
  await page.getByRole("link", { name: "Web service" }).click();
  await expect(page.getByRole("heading", { name: "What a service gets" })).toBeVisible();
  const published = await textOf(page, "web-service");
  await page.getByRole("link", { name: "Write a new version" }).click();
  const editor = page.getByRole("textbox", { name: "Template web-service as YAML" });
  await expect(editor).toContainText("apiVersion");

  const wanted = published.replace("cpuPercent: 70", "cpuPercent: 60");
  expect(wanted).not.toBe(published);
  const mistakes = page.getByRole("list", { name: "What is wrong" });

  await test.step("a mistake is told with its line, and leads there", async () => {
    const wrong = wanted.replace("path: spec.size", "path: spec.siez");
    const line = wrong.split("\n").findIndex((each) => each.includes("spec.siez")) + 1;
    await write(page, wrong);
    const mistake = mistakes.getByRole("listitem").filter({ hasText: "Did you mean spec.size?" });
    await expect(mistake).toBeVisible();
    await mistake.getByRole("button", { name: `Line ${line}, column` }).click();
    await expect(editor).toBeFocused();
    await expect(page.locator(".cm-activeLine")).toContainText("spec.siez");
  });

  await test.step("what may stand at a place is offered, by the schema", async () => {
    await write(page, "kind: Template\nspec:\n  wor");
    await page.keyboard.press("Control+Space");
    await expect(page.getByRole("option", { name: /workload/ })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("mended, it takes a higher version, which is suggested", async () => {
    await write(page, wanted);
    await expect(mistakes.getByText("Write version: 1.1.0.")).toBeVisible();
    await page.getByRole("button", { name: "Make it 1.1.0" }).click();
    await expect(page.getByText("Nothing is wrong.")).toBeVisible();
  });

  await test.step("what it changes is said, for all and for one", async () => {
    await page.getByRole("button", { name: "Compare with all services" }).click();
    await expect(page.getByText(/would change in \d+ services? of \d+\./)).toBeVisible();
    const [first] = await page.getByRole("list", { name: "Groups of equal changes" }).getByRole("listitem").all();
    await first?.locator("summary").click();
    await expect(page.getByText(/HorizontalPodAutoscaler changed/).first()).toBeVisible();
    await expect(page.getByText("No policy or rule refuses anybody who passes now.")).toBeVisible();
    await expect(page.getByText(/has 1\.0\.0 in/)).toBeVisible();
  });

  await test.step("a draft stays", async () => {
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByText("Draft 1 is saved")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Nothing is wrong.")).toBeVisible();
    await expect(page.getByText("Draft 1 is saved")).toBeVisible();
  });

  await page.getByRole("textbox", { name: "What is new" }).fill("Scales a little earlier.");
  await page.getByRole("button", { name: "Publish 1.1.0" }).click();
  await expect(page).toHaveURL(/\/templates\/web-service$/);
  await expect(page.getByText("Scales a little earlier.")).toBeVisible();
  await page.getByRole("table", { name: "Services that use it" }).getByRole("link", { name: "Shop" }).click();
  await expect(page.getByText(/1\.1\.0 is out/).first()).toBeVisible();
});

test("somebody else reads the template and is told who could write it", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/templates/web-service");
  const refused = page.getByRole("button", { name: "Write a new version" });
  await expect(refused).toHaveAttribute("aria-disabled", "true");
  await page.goto("/templates/web-service/edit");
  await expect(page.getByText(/takes a platform engineer/)).toBeVisible();
});
