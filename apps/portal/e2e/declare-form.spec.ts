import type { Page } from "@playwright/test";
import { publishTemplate, shopService } from "./publish-template.ts";
import { expect, signIn, test } from "./test.ts";

const IMAGE = "registry.example.com/shop/gifts:v1";
const HOST = "gifts.example.com";

test.beforeAll(async ({ browser }, { project }) => {
  await publishTemplate(browser, String(project.use.baseURL), shopService("1.0.0"));
});

const panel = (page: Page) => page.getByRole("complementary", { name: "What you get" });

async function begin(page: Page, name: string): Promise<void> {
  await page.goto("/declare");
  await page.getByRole("radio", { name: /Shop service/ }).check();
  await page
    .getByRole("radiogroup", { name: /card numbers/ })
    .getByRole("radio", { name: "No" })
    .check();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("textbox", { name: "Image" }).fill(IMAGE);
}

async function choose(page: Page, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole("combobox", { name: field, exact: typeof field === "string" }).click();
  await page.getByRole("option", { name: new RegExp(`^${option}\\b`) }).click();
}

/** What was saved, as the API gives it. */
async function savedSpec(page: Page, name: string): Promise<Record<string, unknown>> {
  const input = encodeURIComponent(JSON.stringify({ name }));
  const answer = await page.request.get(`/api/trpc/service.get?input=${input}`);
  return (await answer.json()).result.data.document.spec;
}

test("an answer that is no longer asked for is not submitted, nor what hung on it", async ({ page }) => {
  await signIn(page, "developer");
  await begin(page, "gifts");
  await choose(page, "Cache", "own");
  await page.getByRole("textbox", { name: "Cache size" }).fill("8");
  await page.getByRole("textbox", { name: "Shards" }).fill("2");
  await choose(page, "Cache", "shared");
  await expect(page.getByRole("textbox", { name: "Cache size" })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Shards" })).toHaveCount(0);
  await page.getByRole("button", { name: "Create service" }).click();
  await expect(page).toHaveURL(/\/services\/gifts/);
  expect((await savedSpec(page, "gifts")).parameters).toEqual({ cache: "shared" });
});

test("what the template decides, and what takes another role, is shown with the reason and not asked", async ({
  page,
}) => {
  await signIn(page, "developer");
  await begin(page, "locked");
  await expect(page.getByRole("group", { name: "Log lines are" })).toContainText("The template decides this.");
  await expect(page.getByRole("group", { name: "Size" })).toContainText(/small.*takes a platform engineer/s);
  await expect(page.getByRole("combobox", { name: "Size", exact: true })).toHaveCount(0);

  // The form is no boundary: the server says the same to whoever goes around it.
  const status = await page.evaluate(async (image) => {
    const spec = { template: "shop-service@1.0.0", owner: "shipping-team", image, size: "large" };
    const document = { apiVersion: "fairlead.dev/v1alpha1", kind: "Service", metadata: { name: "around" }, spec };
    const fit = [{ ask: "Does it hold card numbers?", yes: false }];
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ document, fit });
    const answer = await (await fetch("/api/trpc/service.save", { method: "POST", headers, body })).json();
    return answer.error.data.violations.map(({ path }: { path: string }) => path);
  }, IMAGE);
  expect(status).toEqual(["spec.size"]);
});

test("a platform engineer may answer what takes one", async ({ page }) => {
  await signIn(page, "platform");
  await begin(page, "sized");
  await choose(page, "Size", "large");
  await expect(page.getByRole("combobox", { name: "Size", exact: true })).toContainText("large");
});

test("what is out of bounds in an environment is mended with one press, and the press can be taken back", async ({
  page,
}) => {
  await signIn(page, "developer");
  await begin(page, "bounded");
  await page.getByRole("textbox", { name: "At least", exact: true }).fill("2");
  const fix = panel(page).getByRole("button", { name: "Use 3 in prod" });
  await fix.click();
  await expect(fix).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "At least in Production" })).toHaveValue("3");
  await panel(page).getByRole("button", { name: "Undo" }).click();
  await expect(fix).toBeVisible();

  // Where the environment has an answer of its own, that one is mended.
  await fix.click();
  await page.getByRole("textbox", { name: "At least in Production" }).fill("1");
  const own = page.getByRole("button", { name: "Use 3 in prod" }).first();
  await own.click();
  await expect(page.getByRole("textbox", { name: "At least in Production" })).toHaveValue("3");
  await expect(page.getByRole("textbox", { name: "At least", exact: true })).toHaveValue("2");
});

test("objects of another kind of service are not shown, and a part that is emptied stays empty", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/declare");
  await page.getByRole("radio", { name: /gRPC service/ }).check();
  await expect(panel(page).getByRole("button", { name: /Deployment/ })).toBeVisible();
  // Without its time a job is nothing yet, and least of all what was chosen before.
  await page.getByRole("radio", { name: /Scheduled job/ }).check();
  await expect(panel(page).getByText("The objects stand here as soon as the answers make any.")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: /Deployment/ })).toHaveCount(0);

  await page.getByRole("radio", { name: /Stateful service/ }).check();
  const point = page.getByRole("textbox", { name: "Recovery point, line 1" });
  await expect(point).toHaveValue("24h");
  await point.fill("");
  await point.blur();
  await expect(panel(page).getByRole("button", { name: /StatefulSet/ })).toBeVisible();
  await expect(point).toHaveValue("");
});

test("each line of the preview says who set it and why, by mouse and by keyboard", async ({ page }) => {
  await signIn(page, "developer");
  await begin(page, "explained");
  await page.getByRole("textbox", { name: "At least", exact: true }).fill("5");
  const row = panel(page).getByRole("button", { name: /HorizontalPodAutoscaler/ });
  const line = panel(page).getByRole("option", { name: "minReplicas: 5" });
  // It may open by itself at the very moment.
  await expect(async () => {
    if ((await row.getAttribute("aria-expanded")) === "false") await row.click();
    await expect(line).toBeVisible({ timeout: 1000 });
  }).toPass();
  await line.hover();
  await expect(panel(page).getByText("your answer; the template says 3")).toBeVisible();

  await panel(page)
    .getByRole("listbox", { name: /HorizontalPodAutoscaler/ })
    .press("Home");
  await expect(panel(page).getByText("What kind of object this is.")).toBeVisible();
});

test("a yes that forbids ends in a resource with the same owner, and why", async ({ page }) => {
  await signIn(page, "developer");
  await begin(page, "cards-vault");
  await page
    .getByRole("radiogroup", { name: /card numbers/ })
    .getByRole("radio", { name: "Yes" })
    .check();
  await expect(page.getByText("This is better off the platform")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("cards-vault");
  await page.getByRole("button", { name: "Create resource" }).click();
  await expect(page.getByText(/Why it is not on Kubernetes is missing/)).toBeVisible();
  await page.getByRole("textbox", { name: "Type" }).fill("Bought service");
  await page.getByRole("textbox", { name: /Why it is not on Kubernetes/ }).fill("The auditors keep it apart.");
  const prod = page.getByRole("group", { name: "In Production" });
  await prod.getByRole("textbox", { name: "Host" }).fill(HOST);
  await prod.getByRole("textbox", { name: "Port" }).fill("443");
  await page.getByRole("button", { name: "Create resource" }).click();

  await expect(page).toHaveURL(/\/resources\/cards-vault/);
  await expect(page.getByText("“The auditors keep it apart.”")).toBeVisible();
  await expect(
    page
      .getByRole("main")
      .getByText(/Dana Reyes/)
      .first(),
  ).toBeVisible();
  await expect(page.getByText("Does it hold card numbers?")).toBeVisible();
  await expect(page.getByText(`${HOST}:443`)).toBeVisible();
  await page.goto(`/find?q=${HOST}`);
  await page.getByRole("link", { name: "cards-vault" }).click();
  await expect(page).toHaveURL(/\/resources\/cards-vault/);
  await page.goto("/services");
  await page.getByRole("link", { name: "Off the platform" }).click();
  await expect(page.getByRole("row", { name: /cards-vault/ })).toBeVisible();
});

test("a newer version of the template is offered, and shows what it changes before it is taken", async ({
  page,
  browser,
}) => {
  await publishTemplate(browser, new URL(String(test.info().project.use.baseURL)).origin, shopService("1.1.0"));
  await signIn(page, "developer");
  await page.goto("/services/gifts");
  await page.getByRole("link", { name: "1.1.0 is out" }).click();
  await expect(page.getByRole("heading", { name: "Upgrade gifts" })).toBeVisible();
  const changes = page.locator("section", { has: page.getByRole("heading", { name: "What changes" }) }).first();
  await expect(changes.getByText(/HorizontalPodAutoscaler/).first()).toBeVisible();
  await expect(changes.getByText("spec.minReplicas").first()).toBeVisible();
  // An answer that the newer version wants is asked for; without it nothing is saved.
  await page.getByRole("button", { name: "Upgrade to 1.1.0" }).click();
  await expect(page.getByText(/Channel is missing/).first()).toBeVisible();
  await page.getByRole("textbox", { name: "Channel" }).fill("#gifts");
  await page.getByRole("button", { name: "Upgrade to 1.1.0" }).click();
  await expect(page).toHaveURL(/\/services\/gifts$/);
  expect(await savedSpec(page, "gifts")).toMatchObject({
    template: "shop-service@1.1.0",
    parameters: { cache: "shared", channel: "#gifts" },
  });
  await expect(page.getByText("is out")).toHaveCount(0);
});
