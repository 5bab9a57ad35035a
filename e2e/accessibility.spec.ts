import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";

// What opens over a page, and pages that are seen when there is nothing, or something has gone wrong. Each is
// scanned in light and in dark; what pages show when all is well is scanned where it is tested.

async function expectCleanOnceShown(page: Page, shown: Locator): Promise<void> {
  await expect(shown).toBeVisible();
  await expectNoAxeViolations(page);
}

/** Opens a page whose part that the browser draws breaks, as by a fault in our own code. */
async function gotoBroken(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    const whole = Date.prototype.toISOString;
    Date.prototype.toISOString = () => {
      throw new Error("broken on purpose");
    };
    // What looks at the page afterwards writes dates too.
    addEventListener("mended", () => {
      Date.prototype.toISOString = whole;
    });
  });
  await page.goto(path);
  await expect(page.getByText("This page could not be shown")).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("mended")));
}

/** Calls one after the other, each answered after five seconds; enough of them to be seen while they are read. */
function longQueueLog(calls: number): string {
  const lines = Array.from({ length: calls }, (_, index) => {
    const at = 1_700_000_000 + index * 60;
    return [
      `${at}|${at}.1|Long file|NONE|ENTERQUEUE||13800138000|1`,
      `${at + 5}|${at}.1|Long file|Long file agent|CONNECT|5|${at}.2|3`,
      `${at + 50}|${at}.1|Long file|Long file agent|COMPLETECALLER|5|45|1`,
    ].join("\n");
  });
  return `${lines.join("\n")}\n`;
}

async function startImport(page: Page, calls: number): Promise<void> {
  await page.goto("/imports/new");
  await page.getByLabel("Drop a file here").setInputFiles({
    name: "long_queue_log",
    mimeType: "text/plain",
    buffer: Buffer.from(longQueueLog(calls)),
  });
  await page.getByRole("button", { name: "Start import" }).click();
}

test.describe("a supervisor finds nothing that axe finds fault with", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("in the palette, full and empty, and in the list of keys", async ({ page }) => {
    await page.goto("/calls");
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Jump to…" });
    await expectCleanOnceShown(page, palette.getByRole("option").first());
    await palette.getByRole("combobox").fill("no page has this name");
    await expectCleanOnceShown(page, palette.getByText("Nothing is called that."));
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expectCleanOnceShown(page, page.getByRole("dialog", { name: "Keyboard shortcuts" }));
  });

  test("in the account's menu, the column menu and the export dialog", async ({ page }) => {
    await page.goto("/calls");
    await page.getByRole("button", { name: /^Account of/ }).click();
    await expectCleanOnceShown(page, page.getByRole("menuitem", { name: "Profile" }));
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Columns" }).click();
    await expectCleanOnceShown(page, page.getByRole("group", { name: "Columns of the list" }));
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Export" }).click();
    await expectCleanOnceShown(page, page.getByRole("dialog", { name: "Export as CSV" }));
  });

  test("in the menu of views and its dialogs", async ({ page }) => {
    await page.goto("/calls?outcome=abandoned");
    await page.getByRole("button", { name: "Views" }).click();
    await expectCleanOnceShown(page, page.getByRole("menuitem", { name: "Save as a view" }));
    await page.getByRole("menuitem", { name: "Save as a view" }).click();
    const saving = page.getByRole("dialog", { name: "Save as a view" });
    await expectCleanOnceShown(page, saving);
    await saving.getByLabel("Name").fill("Scanned for access");
    await saving.getByRole("button", { name: "Save" }).click();
    await expectCleanOnceShown(page, page.getByText("Saved as “Scanned for access”"));
    await page.goto("/calls");
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Manage views" }).click();
    await expectCleanOnceShown(page, page.getByRole("dialog", { name: "Manage views" }));
    await page.getByRole("button", { name: "Delete “Scanned for access”" }).click();
    await expectCleanOnceShown(page, page.getByText("“Scanned for access” was deleted"));
  });

  test("where no call matches, no import is listed, no page is, and a page breaks", async ({ page }) => {
    await page.goto("/calls?phone=000000000000");
    await expectCleanOnceShown(page, page.getByRole("link", { name: "Clear filters" }).last());
    await page.goto(`/imports?after=1_${randomUUID()}`);
    await expectCleanOnceShown(page, page.getByRole("heading", { name: "No records imported yet" }));
    await page.goto("/there/is/no/such/page");
    await expectCleanOnceShown(page, page.getByRole("heading", { name: "There is no page here" }));
    await page.goto(`/calls/${randomUUID()}`);
    await expectCleanOnceShown(page, page.getByRole("heading", { level: 1 }));
    await gotoBroken(page, "/calls");
    await expectNoAxeViolations(page);
  });

  test("while a file is sent and while it is imported", async ({ page }) => {
    await page.route(/\/parts\?from=/, async () => {});
    await startImport(page, 10);
    await expectCleanOnceShown(page, page.getByRole("button", { name: "Cancel upload" }));
    await page.unroute(/\/parts\?from=/);

    await startImport(page, 40_000);
    await expect(page).toHaveURL(/\/imports\/[\da-f-]{36}$/);
    const cancel = page.getByRole("button", { name: "Cancel import" });
    await expect(cancel).toBeVisible();
    // The page stands still from here on: what it asks the server for stays unanswered.
    await page.route(/_rsc=/, async () => {});
    await expectCleanOnceShown(page, cancel);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await cancel.click();
    await expect(page.getByText("Cancelled").first()).toBeVisible();
  });
});

test.describe("an administrator finds nothing that axe finds fault with", () => {
  test.use({ storageState: signedInAs("admin") });

  test("in what is done about people", async ({ page }) => {
    await page.goto("/people");
    await page.getByRole("button", { name: "Add person" }).click();
    const adding = page.getByRole("dialog", { name: "Add a person" });
    await expectCleanOnceShown(page, adding);
    await adding.getByRole("button", { name: "Add", exact: true }).click();
    await expectCleanOnceShown(page, adding.getByText("Enter a name of at most 80 characters."));
    await adding.getByLabel("Name", { exact: true }).fill("Hana Kim");
    await adding.getByLabel("E-mail", { exact: true }).fill("hana.kim@example.com");
    await adding.getByRole("button", { name: "Add", exact: true }).click();
    await expectCleanOnceShown(page, page.getByRole("dialog", { name: "Password for Hana Kim" }));
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("link", { name: "Hana Kim" }).click();
    await page.getByRole("button", { name: "Edit" }).click();
    await expectCleanOnceShown(page, page.getByRole("dialog", { name: "Edit Hana Kim" }));
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Reset password" }).click();
    await expectCleanOnceShown(page, page.getByRole("alertdialog"));
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Deactivate" }).click();
    await expectCleanOnceShown(page, page.getByRole("alertdialog"));
  });
});
