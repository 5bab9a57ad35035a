import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { addGroup } from "@/e2e/skill-groups";

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("finds what they changed, with who and when, and goes to it", async ({ page }) => {
    await addGroup(page, "Audited repairs");

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

  test("unfolds what a change was from and to, by keyboard alone", async ({ page }) => {
    await addGroup(page, "Audited returns");
    await page.getByLabel("Name", { exact: true }).fill("Audited refunds");
    await page.getByLabel("Wrap-up (s)").fill("45");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByText("Settings saved")).toBeVisible();

    await page.goto("/audit?subject=skillGroup");
    const row = page.getByRole("row", { name: /Changed a skill group.*Audited refunds/ });
    // Entries of others may be newer, and no key counts before the page listens.
    await expect(async () => {
      await page.keyboard.press("j");
      await expect(row.getByRole("link", { name: "Skill group Audited refunds" })).toBeFocused({
        timeout: 1000,
      });
    }).toPass();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(row.getByText("Audited returns")).toBeVisible();
    await expect(row.getByRole("deletion").first()).toHaveText("Audited returns");
    await expect(row.getByRole("insertion").first()).toHaveText("Audited refunds");
    await expect(row.getByText("Wrap-up (s)", { exact: true })).toBeVisible();
    await expectNoAxeViolations(page);
  });

  test("chooses a period, and takes what it holds out as a file, which is noted", async ({ page }) => {
    await page.goto("/audit");
    await page.getByLabel("First day").fill("2020-01-01");
    await page.getByLabel("Last day").fill("2020-01-31");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText("Nothing recorded")).toBeVisible();
    await expect(page.getByLabel("Time", { exact: true })).toHaveValue("all");
    await expectNoAxeViolations(page);

    await page.getByLabel("Time", { exact: true }).selectOption("Today");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/period=today/);
    await expect(page.getByLabel("First day")).toHaveValue("");
    await expect(page.getByRole("row").nth(1)).toBeVisible();

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export" }).click();
    const file = await readFile(await (await downloading).path(), "utf8");
    const [heads = [], newest = []] = parse(file, { bom: true });
    expect(heads).toEqual(["When (Asia/Shanghai)", "Who", "What", "On", "Name or id", "Detail"]);
    expect(newest[2]).toBe("Exported the audit trail");

    await page.reload();
    await expect(page.getByRole("row", { name: /Exported the audit trail/ }).first()).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ storageState: signedInAs("supervisor"), javaScriptEnabled: false });

  test("an entry unfolds and the filters work", async ({ page }) => {
    await page.goto("/audit");
    await page.getByLabel("Kind").selectOption("Skill group");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/subject=skillGroup/);
    const row = page.getByRole("row", { name: /Changed a skill group.*Audited refunds/ });
    await expect(row.getByRole("definition").first()).toBeHidden();
    await row.getByText("Name, Wrap-up (s)").click();
    await expect(row.getByRole("definition").first()).toContainText("Audited refunds");
  });
});

test.describe("an administrator", () => {
  test.use({ storageState: signedInAs("admin") });

  test("finds what somebody did who has left", async ({ page }) => {
    await page.goto("/people?state=active");
    await page.getByRole("button", { name: "Add person" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Omar Audited");
    await page.getByLabel("E-mail", { exact: true }).fill("omar.audited@example.com");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("link", { name: "Omar Audited" }).click();
    await page.getByRole("button", { name: "Deactivate" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
    await expect(page.getByText("Omar Audited is deactivated and signed out")).toBeVisible();

    await page.goto("/audit");
    await page.getByLabel("Who").selectOption("Omar Audited");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/actor=[\da-f-]{36}/);
    await expect(page.getByLabel("Who")).toHaveValue(/[\da-f-]{36}/);
    await expect(page.getByText("Nothing recorded")).toBeVisible();
  });
});

for (const role of ["manager", "agent"] as const) {
  test.describe(`a person who is ${role}`, () => {
    test.use({ storageState: signedInAs(role) });

    test("is neither shown nor given the audit trail", async ({ page }) => {
      await page.goto("/audit");
      await expect(page).not.toHaveURL(/audit/);
      await expect(page.getByRole("link", { name: "Audit" })).toHaveCount(0);
      for (const address of ["trpc/audit.list?input=%7B%7D", "trpc/audit.names", "audit/export"]) {
        expect((await page.request.get(`/api/${address}`)).status()).toBe(403);
      }
    });
  });
}
