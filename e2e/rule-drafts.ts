import { expect, type Page } from "@playwright/test";

/** Begins a draft that holds only the rule that takes every call. */
export async function beginDraft(page: Page, name: string): Promise<void> {
  await page.goto("/rules");
  await page.getByRole("button", { name: "New draft" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Begin with").selectOption("nothing");
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect(page).toHaveURL(/\/rules\/drafts\//);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** Names the rule that is selected. */
export async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole("tabpanel", { name: "Edit" }).getByLabel("Name", { exact: true }).fill(name);
}

export async function addRule(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add rule" }).click();
  await rename(page, name);
}

/** Has the rule that is selected send its calls to a group. */
export async function chooseGroup(page: Page, group: string): Promise<void> {
  const inspector = page.getByRole("tabpanel", { name: "Edit" });
  await inspector.getByLabel("Skill group").selectOption({ label: group });
}

/** The rules of a draft, in their order. */
export function rulesOf(page: Page) {
  return page
    .getByRole("list")
    .filter({ has: page.locator("[id^=rule-]") })
    .locator("[id^=rule-]");
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}
