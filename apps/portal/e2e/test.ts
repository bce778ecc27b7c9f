import { test as base, expect, type Page } from "@playwright/test";

/** The people of the sandbox, as its sign-in page calls them. */
export const PEOPLE = { developer: "Dana Reyes", platform: "Pat Lindqvist", oncall: "Omar Haddad" } as const;

/** Signs in through the identity provider, as somebody would. */
export async function signIn(page: Page, who: keyof typeof PEOPLE): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.getByRole("button", { name: new RegExp(PEOPLE[who]) }).click();
  await expect(page.getByRole("heading", { name: new RegExp(PEOPLE[who]) })).toBeVisible();
}

/** Every page is watched: an error in the console, a broken content policy among them, fails the test. */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        // A refused request is what some tests are about, and is shown on the page.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          errors.push(message.text());
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
