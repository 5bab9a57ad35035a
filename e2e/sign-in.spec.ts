import { expect } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";

test("whoever is not signed in is asked to", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("a wrong password is refused with a sentence", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill("agent@hotline.test");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page).toHaveURL(/\/login/);
});

for (const { role, email } of demoAccounts) {
  test(`the ${role} signs in with e-mail and password`, async ({ page }) => {
    await page.goto("/login");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(demoPassword);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).not.toHaveURL(/\/login/);
  });

  test.describe(`signed in as ${role}`, () => {
    test.use({ storageState: signedInAs(role) });

    test("the sign-in page leads on", async ({ page }) => {
      await page.goto("/login");
      await expect(page).not.toHaveURL(/\/login/);
    });
  });
}
