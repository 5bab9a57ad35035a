import { existsSync } from "node:fs";
import { expect } from "@playwright/test";
import { signedInAs, test } from "@/e2e/console";
import { sharedFile } from "@/server/testing/imports";

const january = sharedFile("data/anonymous-bank-1999/january.txt");

// The records name real agents: no picture of these pages is kept, not even of a test that fails.
test.use({ storageState: signedInAs("supervisor"), trace: "off", screenshot: "off", video: "off" });

test("a month of a real bank's records is imported by the page, each row accounted for, and listed", async ({
  page,
}) => {
  test.skip(!existsSync(january), "needs the bank's records in ../shared/data/anonymous-bank-1999");
  await page.goto("/imports/new");
  await page.getByRole("radio", { name: "Anonymous Bank 1999" }).check();
  await page.getByLabel("Time zone of the file").selectOption("Asia/Jerusalem");
  await page.getByLabel("Drop a file here").setInputFiles(january);
  await page.getByRole("button", { name: "Start import" }).click();

  // Seconds to spare: the import takes its time where other work goes on beside it.
  await expect(page.getByText("The totals add up.")).toBeVisible({ timeout: 150_000 });
  await expect(page.getByRole("region", { name: "Rows read" })).toHaveText(
    /31,599.*=.*31,599.*\+\s*0\D.*\+\s*0\D/,
  );
  await expect(page.getByRole("region", { name: "Calls found" })).toHaveText(/31,599.*=/);

  await page.getByRole("link", { name: "Open the calls of this period" }).click();
  await expect(page).toHaveURL(/\/calls\?from=1999-01-01&to=1999-/);
  await expect(page.getByText("31,599 calls")).toBeVisible();
  await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
});
