import { declareService } from "./declare-service.ts";
import { expect, signIn, test } from "./test.ts";

const SERVICE = "migrates";
const DECLARATION = {
  apiVersion: "fairlead.dev/v1alpha1",
  kind: "Service",
  metadata: { name: SERVICE, title: "Migrates" },
  spec: {
    template: "web-service@1.0.0",
    owner: "shipping-team",
    image: "registry.example.com/shop/migrates:v1",
    environments: { dev: {} },
  },
};

test("a step before the deploy is asked for in the form, and stands on the way before what it holds up", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "developer");
  expect(await declareService(page, DECLARATION)).toBe(200);

  await page.goto(`/services/${SERVICE}/edit`);
  await page.getByText(/^More: .*before a deploy/).click();
  const step = page.getByRole("group", { name: "Before a deploy" });
  await step.getByRole("button", { name: "Add an argument" }).click();
  await step.getByRole("textbox", { name: "argument 1" }).fill("./migrate");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page).toHaveURL(new RegExp(`/services/${SERVICE}$`));

  // On a cluster that holds every policy: what the step brings is written before anything else is there.
  await page.goto(`/services/${SERVICE}?deploy=dev`);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Deploy to Development/ })
    .click();
  await expect(page).toHaveURL(/\/deliveries\//);
  await expect(page.getByText(/Serves with 2 pods|Serves with 2 of 2 pods/).first()).toBeVisible({ timeout: 90_000 });
  const way = page.getByRole("list", { name: "Delivery to dev" }).getByRole("listitem");
  await expect(way).toHaveText([/Release made and checked/, /Step before the deploy/, /Objects written/, /Serves/]);
  await expect(page.getByText("The step before the deploy is done")).toBeVisible();
});
