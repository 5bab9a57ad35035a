import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";

const keyList = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

/** What the list of keys names under "On this page". */
async function keysHere(page: Page): Promise<string[]> {
  await page.keyboard.press("?");
  await expect(keyList(page)).toBeVisible();
  const here = keyList(page).locator("section").filter({ hasText: "On this page" }).locator("dt");
  const names = await here.allTextContents();
  await page.keyboard.press("Escape");
  await expect(keyList(page)).toBeHidden();
  return names;
}

const walk = [
  "Next row or call",
  "Previous row or call",
  "Open the row",
  "Leave the row, or the call for its list",
];

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("finds listed the keys of the page that is open, and no others", async ({ page }) => {
    await page.goto("/people");
    await expect(page.getByRole("heading", { name: "People" })).toBeVisible();
    expect(await keysHere(page)).toEqual(["Search", ...walk]);
    await page.goto("/profile");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await keysHere(page)).toEqual([]);
    await page.goto("/calls");
    expect(await keysHere(page)).toEqual(["Search", ...walk]);
    await page.getByRole("table").getByRole("link").nth(8).click();
    await expect(page.getByRole("textbox", { name: "Write a note" })).toBeVisible();
    expect(await keysHere(page)).toContain("Write a note");
    await page.keyboard.press("?");
    await expectNoAxeViolations(page);
  });

  test("walks the people with J and K, opens one with Enter and leaves with Escape", async ({ page }) => {
    await page.goto("/people");
    const names = page.getByRole("table").getByRole("link");
    // Keys that are pressed before the page listens are nobody's.
    await expect(async () => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("j");
      await expect(names.first()).toBeFocused({ timeout: 1000 });
    }).toPass();
    await page.keyboard.press("j");
    await expect(names.nth(1)).toBeFocused();
    await page.keyboard.press("k");
    await expect(names.first()).toBeFocused();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await expect(names.first()).not.toBeFocused();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/people\/[\da-f-]{36}/);
  });

  test("opens a link in focus with Enter on a page that listens to Enter itself", async ({ page }) => {
    await page.goto("/calls");
    await page.getByRole("link", { name: "People" }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/people/);
  });
});

test.describe("an agent", () => {
  test.use({ storageState: signedInAs("agent") });

  test("is told the keys of their view", async ({ page }) => {
    await page.goto("/agent");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await keysHere(page)).toEqual(walk);
  });
});
