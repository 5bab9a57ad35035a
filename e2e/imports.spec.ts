import { expect } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { chooseFile, send } from "@/e2e/imports";

// Two calls: one answered after 12 seconds, one abandoned; and a line whose instant cannot be read.
const queueLog = [
  "1795363756|NONE|NONE|NONE|QUEUESTART|",
  "1795363844|1795363843.0|Spare parts|NONE|ENTERQUEUE||13800138000|1",
  "1795363856|1795363843.0|Spare parts|Agent E2E|CONNECT|12|1795363844.1|3",
  "1795363956|1795363843.0|Spare parts|Agent E2E|COMPLETECALLER|12|100|1",
  "1795364000|1795363999.0|Spare parts|NONE|ENTERQUEUE||13900139000|1",
  "1795364040|1795363999.0|Spare parts|NONE|ABANDON|1|1|40",
  "not an instant|1795364100.0|Spare parts|NONE|ENTERQUEUE||13900139000|1",
  "",
].join("\n");

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("imports a file and reads what became of each of its rows; again, and nothing is made twice", async ({
    page,
  }) => {
    await send(page, "queue_log", queueLog);
    await expect(page.getByText("Finished")).toBeVisible();
    await expect(page.getByText("The totals add up.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Rows read" })).toHaveText(/7.*=.*5.*\+.*1.*\+.*1/);
    await expect(page.getByRole("region", { name: "Calls found" })).toHaveText(/2.*=.*2.*\+.*0.*\+.*0/);
    await expect(page.getByRole("row", { name: /7 A time cannot be read not an instant/ })).toBeVisible();
    await expect(page.getByRole("row", { name: "Spare parts 2 1 1 0 0 0 0" })).toBeVisible();
    await expectNoAxeViolations(page);

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download refused rows" }).click();
    expect((await download).suggestedFilename()).toBe("refused-queue_log");

    await send(page, "queue_log", queueLog);
    await expect(page.getByRole("region", { name: "Calls found" })).toHaveText(/2.*=.*0.*\+.*0.*\+.*2/);

    await page.getByRole("link", { name: "← Imports" }).click();
    const files = page.getByRole("table").getByRole("link");
    await expect(files.first()).toBeVisible();
    await page.keyboard.press("j");
    await expect(files.first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/imports\/[\da-f-]{36}$/);
  });

  test("is told why a file is none of its format, and that nothing of it was imported", async ({ page }) => {
    await send(page, "letter.txt", "Dear colleagues,\nplease find enclosed\n");
    await expect(page.getByText("Line 1 is not of this format. Nothing was imported")).toBeVisible();
    await expect(page.getByText("Reconciliation")).toBeHidden();
    await expectNoAxeViolations(page);
  });

  test("draws what the columns of a CSV file mean, and imports it", async ({ page }) => {
    await page.goto("/imports/new");
    await page.getByRole("radio", { name: "CSV with a column mapping" }).check();
    const text = "When,Caller,Queue,Agent,Talk\n2026-03-02 09:00:00,13800138000,Spare parts,Agent E2E,95\n";
    await chooseFile(page, "calls.csv", text);
    await expect(page.getByRole("button", { name: "Start import" })).toBeDisabled();
    await page.getByLabel("Start of the call", { exact: true }).selectOption("When");
    await page.getByLabel("Keep this mapping as").fill("Short-lived");
    await page.getByRole("button", { name: "Save mapping" }).click();
    await page.getByLabel("Saved mapping").selectOption("Short-lived");
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Delete “Short-lived”" }).click();
    await expect(page.getByText("“Short-lived” was deleted")).toBeVisible();
    await expect(page.getByLabel("Saved mapping")).toBeHidden();
    await page.getByRole("button", { name: "Start import" }).click();
    await expect(page.getByRole("region", { name: "Calls found" })).toHaveText(/1.*=.*1.*\+.*0.*\+.*0/);
    await page.getByRole("link", { name: "Open the calls of this period" }).click();
    await expect(page).toHaveURL(/\/calls\?from=2026-03-02&to=2026-03-02/);
  });
});

test.describe("a supervisor with a file of a system's own words", () => {
  test.use({ storageState: signedInAs("supervisor") });

  const heading = "Start,Caller,Queue,Result,Talk";
  const rows = [
    "2019-04-01 09:00:00,13800138000,Own words,GEWONNEN,95",
    "2019-04-01 09:05:00,13900139000,Own words,WEG,0",
  ];

  test("says what they mean, and imports the rows that were refused set up as before", async ({ page }) => {
    await page.goto("/imports/new");
    await page.getByRole("radio", { name: "CSV with a column mapping" }).check();
    await page.getByLabel("Source name").fill("own-words");
    await chooseFile(
      page,
      "own.csv",
      [heading, ...rows, "2019-13-01 09:10:00,13700137000,Own words,WEG,0", ""].join("\n"),
    );
    const words = page.getByRole("group", { name: "The file's words for the outcome" });
    await expect(words.getByText("Rows with this word are refused.")).toHaveCount(2);
    await words.getByLabel("GEWONNEN").selectOption("Answered");
    await words.getByLabel("WEG").selectOption("Abandoned");
    await expect(words.getByText("Rows with this word are refused.")).toHaveCount(0);
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Start import" }).click();
    await expect(page.getByRole("region", { name: "Calls found" })).toHaveText(/2.*=.*2.*\+.*0.*\+.*0/);

    await page.getByRole("link", { name: "Import the mended rows" }).click();
    await expect(page.getByText("Set up as for own.csv")).toBeVisible();
    await expect(page.getByRole("radio", { name: "CSV with a column mapping" })).toBeChecked();
    await expect(page.getByLabel("Source name")).toHaveValue("own-words");
    await chooseFile(
      page,
      "mended.csv",
      [heading, "2019-03-01 09:10:00,13700137000,Own words,WEG,0", ""].join("\n"),
    );
    await expect(page.getByLabel("WEG")).toHaveValue("abandoned");
    await page.getByRole("button", { name: "Start import" }).click();
    await expect(page.getByRole("region", { name: "Calls found" })).toHaveText(/1.*=.*1.*\+.*0.*\+.*0/);
    await expect(page.getByText("No row was refused.")).toBeVisible();
  });
});

test.describe("a manager", () => {
  test.use({ storageState: signedInAs("manager") });

  test("reads reports and imports nothing", async ({ page, request }) => {
    await page.goto("/imports");
    await expect(page.getByRole("heading", { name: "Imports" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Import records" })).toBeHidden();
    await expectNoAxeViolations(page);
    const answer = await request.post("/api/imports?format=csv", { headers: { "x-hotline": "console" } });
    expect(answer.status()).toBe(403);
  });
});

test.describe("an agent", () => {
  test.use({ storageState: signedInAs("agent") });

  test("finds no way to imports", async ({ page }) => {
    await page.goto("/imports");
    await expect(page).not.toHaveURL(/\/imports/);
    await expect(page.getByRole("link", { name: "Imports" })).toBeHidden();
  });
});
