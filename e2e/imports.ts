import { expect, type Page } from "@playwright/test";

/** Chooses a file with this content on the page's place for one. */
export async function chooseFile(page: Page, name: string, content: string): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
}

/** Begins to import a queue_log, and waits for the import's page. */
export async function send(page: Page, name: string, content: string): Promise<void> {
  await page.goto("/imports");
  await page.getByRole("link", { name: "Import records" }).first().click();
  await page.getByRole("radio", { name: "Asterisk queue_log" }).check();
  await chooseFile(page, name, content);
  await page.getByRole("button", { name: "Start import" }).click();
  await expect(page).toHaveURL(/\/imports\/[\da-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}
