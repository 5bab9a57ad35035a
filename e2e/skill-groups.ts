import { expect, type Page } from "@playwright/test";

export async function addGroup(page: Page, name: string): Promise<void> {
  await page.goto("/skill-groups");
  await page.getByRole("button", { name: "Add skill group" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Puts rows copied from a spreadsheet into the members of the group that is open, all of them understood. */
export async function pasteMembers(page: Page, rows: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Paste…" }).click();
  await page.getByLabel("Rows").fill(rows.join("\n"));
  await page.getByRole("button", { name: /^Take over \d+ rows?$/ }).click();
}
