import { expect } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { chooseFile, send } from "@/e2e/imports";

const startOf2019 = 1_546_300_800;

/** A log of abandoned calls of long ago, which other specs do not count. */
function longLog(name: string, calls: number): string {
  const lines = Array.from({ length: calls }, (_, index) => {
    const at = startOf2019 + index;
    const call = `${name}.${index}|${name}|NONE`;
    return `${at}|${call}|ENTERQUEUE||13812345678|1\n${at + 9}|${call}|ABANDON|1|1|9\n`;
  });
  return lines.join("");
}

/** More than one part of an upload, in rows that are quickly read. */
function largeLog(): string {
  return `${startOf2019}|NONE|NONE|NONE|QUEUESTART|${"x".repeat(1000)}\n`.repeat(9000);
}

test.use({ storageState: signedInAs("supervisor") });

test("an import that runs is still seen to run after a reload, and stops when it is cancelled", async ({
  page,
}) => {
  await send(page, "long_log", longLog("Cancelled line", 60_000));
  await expect(page.getByText(/[1-9][\d,]* rows read/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("progressbar", { name: "Importing" })).toBeVisible();
  await expect(page.getByText(/[1-9][\d,]* rows read/)).toBeVisible();
  await page.getByRole("button", { name: "Cancel import" }).click();
  await expect(page.getByText("The import was cancelled")).toBeVisible();
  await expect(page.getByText("The totals add up.")).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeHidden();
});

test("an upload that a reload broke off goes on with the same file from where it was", async ({ page }) => {
  const content = largeLog();
  await page.route(/\/parts\?from=[1-9]/, (route) => route.abort());
  await send(page, "large_log", content);
  await expect(page.getByText("8.4 MB of 9.3 MB")).toBeVisible();
  await page.reload();
  await expect(page.getByText("large_log has not arrived whole yet")).toBeVisible();
  await expect(page.getByText("8.4 MB of 9.3 MB")).toBeVisible();
  await expectNoAxeViolations(page);

  await chooseFile(page, "large_log", content.replace("QUEUESTART", "QUEUESTOPS"));
  await expect(page.getByText("This is not the file whose upload began here")).toBeVisible();
  await page.unroute(/\/parts\?from=[1-9]/);
  await chooseFile(page, "large_log", content);
  await expect(page.getByRole("region", { name: "Rows read" })).toHaveText(/9,000.*=.*0.*\+.*9,000.*\+.*0/);
});

test("an upload goes on while its sender opens other pages, and ends when it is cancelled", async ({
  page,
}) => {
  await page.route(/\/parts\?from=[1-9]/, (route) => route.abort());
  await send(page, "given_up_log", largeLog());
  await page.getByRole("link", { name: "← Imports" }).click();
  await page.getByRole("link", { name: "given_up_log" }).click();
  await expect(page.getByText("You can open other pages.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel upload" }).click();
  await expect(page.getByText("The import was cancelled")).toBeVisible();
  await expect(page.getByText("It ended before its rows were read.")).toBeVisible();
});
