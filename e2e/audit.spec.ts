import { expect } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("finds what they changed, with who and when, and goes to it", async ({ page }) => {
    await page.goto("/skill-groups");
    await page.getByRole("button", { name: "Add skill group" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Audited repairs");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByText("Audited repairs").first()).toBeVisible();

    await page.goto("/audit");
    await page.getByLabel("Kind").selectOption("Skill group");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/subject=skillGroup/);
    const row = page.getByRole("row", { name: /Added a skill group.*Audited repairs/ });
    await expect(row.getByRole("time")).toBeVisible();
    await expect(row).not.toContainText("Hotline");
    await expectNoAxeViolations(page);
    await row.getByRole("link", { name: "Skill group" }).click();
    await expect(page.getByRole("heading", { name: "Audited repairs" })).toBeVisible();
  });
});

for (const role of ["manager", "agent"] as const) {
  test.describe(`a person who is ${role}`, () => {
    test.use({ storageState: signedInAs(role) });

    test("is neither shown nor given the audit trail", async ({ page }) => {
      await page.goto("/audit");
      await expect(page).not.toHaveURL(/audit/);
      await expect(page.getByRole("link", { name: "Audit" })).toHaveCount(0);
      expect((await page.request.get("/api/trpc/audit.list?input=%7B%7D")).status()).toBe(403);
    });
  });
}
