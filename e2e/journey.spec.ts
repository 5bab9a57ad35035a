import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, test } from "@/e2e/console";
import { demoPassword } from "@/server/domain/people/demo-accounts";

/** A queue_log of two callers: one waits 12 s and talks, one gives up. The third line cannot be read. */
const queueLog = [
  "1595363844|1595363843.0|journey|NONE|ENTERQUEUE||13812345678|1|Caller 1",
  "1595363856|1595363843.0|journey|Journey agent|CONNECT|12|1595363844.1|3",
  "this is no line of a queue_log",
  "1595363900|1595363843.0|journey|Journey agent|COMPLETECALLER|12|44|1",
  "1595363910|1595363910.2|journey|NONE|ENTERQUEUE||13912345678|1|Caller 2",
  "1595363931|1595363910.2|journey|NONE|ABANDON|1|1|21",
];

async function signIn(page: Page) {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill("supervisor@hotline.test");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Calls" })).toBeVisible();
}

async function importQueueLog(page: Page) {
  await page.getByRole("link", { name: "Imports" }).click();
  await page.getByRole("link", { name: "Import records" }).first().click();
  await page.getByText("Drop a file here, or choose one").waitFor();
  await page.locator("input[type=file]").setInputFiles({
    name: "queue_log",
    mimeType: "text/plain",
    buffer: Buffer.from(`${queueLog.join("\n")}\n`),
  });
  await page.getByLabel("Source name").fill("journey");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Start import" }).click();
  await expect(page.getByRole("heading", { name: "Reconciliation" })).toBeVisible();
}

async function readReport(page: Page) {
  await expect(page.getByText("The totals add up.")).toBeVisible();
  await expect(page.getByText("this is no line of a queue_log")).toBeVisible();
  await expect(page.getByRole("row", { name: /journey 2 1 1/ })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.reload();
  await expect(page.getByText("The totals add up.")).toBeVisible();
}

test("from sign-in to import, report, search, call, note, deletion and back", async ({ page }) => {
  await signIn(page);
  await importQueueLog(page);
  await readReport(page);

  await page.getByRole("link", { name: "Calls", exact: true }).click();
  await page.getByRole("searchbox").fill("13812345678");
  await page.getByRole("searchbox").press("Enter");
  const row = page.getByRole("row").filter({ hasText: "Journey agent" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("0:12");
  await row.getByRole("link").first().click();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/calls\/[\da-f-]{36}/);
  await expect(page.getByRole("heading", { name: "Facts" })).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("textbox", { name: /Write a note/ }).fill("Asked about the invoice.");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(
    page.getByRole("region", { name: "Notes" }).getByText("Asked about the invoice."),
  ).toBeVisible();

  await page.getByRole("button", { name: "Delete record…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Test call").click();
  await dialog.getByRole("button", { name: "Delete record" }).click();
  await expect(page.getByText("Deleted by")).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("The call is back in the lists")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Deleted by")).toBeHidden();
  await expect(page.getByRole("region", { name: "Notes" })).toContainText("Asked about the invoice.");
});
