import { declareService } from "./declare-service.ts";
import { expect, signIn, test } from "./test.ts";

const SERVICE = "licensing";
const DECLARATION = {
  apiVersion: "fairlead.dev/v1alpha1",
  kind: "Service",
  metadata: { name: SERVICE, title: "Licensing" },
  spec: {
    template: "web-service@1.0.0",
    owner: "shipping-team",
    image: "registry.example.com/shop/licensing:v1",
    runAsUser: 1000,
    ports: [{ name: "http", port: 8080, protocol: "http" }],
    environments: { dev: {} },
  },
};

test("a team asks for an exception, somebody else approves it, and the deploy that was refused goes through", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "developer");

  await test.step("a service whose image knows another user only is refused", async () => {
    expect(await declareService(page, DECLARATION)).toBe(200);
    await page.goto(`/services/${SERVICE}?deploy=dev`);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(/runs as a user that is not set, or up to 10000/).first()).toBeVisible();
    await dialog.getByRole("link", { name: "Ask for an exception" }).first().click();
  });

  await test.step("she asks, and cannot approve it herself", async () => {
    await expect(page.getByRole("textbox", { name: "Service" })).toHaveValue(SERVICE);
    await expect(page.getByRole("combobox", { name: "From what" })).toContainText(
      /numbers that nobody on the node has/,
    );
    await expect(page.getByRole("checkbox", { name: "Development" })).toBeChecked();
    const send = page.getByRole("button", { name: "Ask for it" });
    await expect(send).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("textbox", { name: "Why it is needed" }).fill("The vendor's image knows no other user.");
    await page.getByRole("textbox", { name: /What keeps the harm small/ }).fill("The team watches it every day.");
    await send.click();
    await expect(page).toHaveURL(/\/exceptions\/\d+$/);
    await expect(page.getByText("Waits for a decision").first()).toBeVisible();
    const approve = page.getByRole("button", { name: "Approve" });
    await expect(approve).toHaveAttribute("aria-disabled", "true");
    await expect(page.getByRole("paragraph").filter({ hasText: /takes a platform engineer/ })).toBeVisible();
  });

  await test.step("a platform engineer finds it at home and approves it", async () => {
    const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin });
    const other = await elsewhere.newPage();
    await signIn(other, "platform");
    await other.getByRole("link", { name: /Exception \d+: Users and groups/ }).click();
    const refuse = other.getByRole("button", { name: "Refuse" });
    await expect(refuse).toHaveAttribute("aria-disabled", "true");
    await other.getByRole("button", { name: "Approve" }).click();
    await expect(other.getByText("In force").first()).toBeVisible();
    await elsewhere.close();
  });

  const exception = page.url();
  await test.step("she sees it without reloading; no cluster has to know yet", async () => {
    await expect(page.getByText("In force").first()).toBeVisible();
    await expect(page.getByText("Approved by Pat Lindqvist")).toBeVisible();
    await expect(page.getByText(/was not delivered there yet/)).toBeVisible();
  });

  await test.step("the deploy says under which exception, and goes through", async () => {
    await page.goto(`/services/${SERVICE}?deploy=dev`);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(/Allowed by exception \d+ until/).first()).toBeVisible();
    await dialog.getByRole("button", { name: /Deploy to Development/ }).click();
    await expect(page).toHaveURL(/\/deliveries\//);
    await expect(page.getByText(/Serves with 2 of 2 pods/)).toBeVisible({ timeout: 60_000 });
    await page.goto(exception);
    await expect(page.getByText("Honoured", { exact: true })).toBeVisible({ timeout: 60_000 });
  });

  await test.step("the policy's page says who is let off it, and does not name them as breaking it", async () => {
    await page.getByRole("link", { name: "run-as-high-user" }).click();
    await expect(page.getByRole("heading", { name: "Who is let off it" })).toBeVisible();
    await expect(page.getByRole("link", { name: new RegExp(`^\\d+: ${SERVICE}$`) })).toBeVisible();
    // Once the rendering was judged: at first nobody knows.
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/Asked about the newest manifests of .*to be judged/)).toBeHidden({ timeout: 1000 });
      await expect(page.getByText("Nobody: it would refuse nothing that was last delivered.")).toBeVisible({
        timeout: 1000,
      });
    }).toPass({ timeout: 60_000 });
  });

  await test.step("it is ended, and the service says that it still runs with it", async () => {
    await page.goto(`/services/${SERVICE}`);
    await page.getByRole("link", { name: /Users and groups/ }).click();
    await page.getByRole("textbox", { name: "What you have to say" }).fill("The vendor mended the image.");
    await page.getByRole("button", { name: "End now" }).click();
    await expect(page.getByText("The next deploy makes it without").first()).toBeVisible();
    await expect(page.getByText("Not honoured").first()).toBeVisible({ timeout: 60_000 });
    await page.goto(`/services/${SERVICE}`);
    await expect(page.getByText("dev on dev runs with an exception that ended")).toBeVisible();
  });
});

test("the desk says what belongs there, and shows all that ever was", async ({ page }) => {
  await signIn(page, "developer");
  await page.goto("/exceptions");
  await expect(page.getByText(/Nothing waits for a decision/)).toBeVisible();
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: SERVICE })).toContainText("Ended");
});
