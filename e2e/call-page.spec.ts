import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";

/** Opens one of the longest calls: it has waited, rung, been talked on and wrapped up. */
async function openCall(page: Page, nth: number): Promise<void> {
  await page.goto("/calls?outcome=answered&sort=talk");
  const links = page.getByRole("table").getByRole("cell").getByRole("link");
  await page.goto((await links.nth(nth).getAttribute("href")) ?? "");
  await expect(page.getByRole("heading", { name: "Queue visits" })).toBeVisible();
}

const notesOf = (page: Page) => page.getByRole("region", { name: "Notes" });
/** The note itself, not its earlier wordings, which are list items too. */
const noteWith = (page: Page, text: string) =>
  notesOf(page).locator("li[id^=note-]").filter({ hasText: text });
const noteField = (page: Page) => page.getByRole("textbox", { name: /Write a note/ });

async function writeNote(page: Page, text: string): Promise<void> {
  await noteField(page).fill(text);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(noteWith(page, text)).toBeVisible();
}

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("reads the call as a drawing, as a table and event by event", async ({ page }) => {
    await openCall(page, 0);
    const drawing = page.getByRole("img", { name: /Timeline of the call/ });
    await expect(drawing).toContainText("Customer");
    await expect(drawing).toContainText("Talking");
    await page.getByText("Timeline as a table").click();
    await expect(page.getByRole("region", { name: "Timeline as a table" })).toContainText("Wrap-up");
    await page.getByText("Raw events").click();
    await expect(page.getByText("queueEntered").first()).toBeVisible();
    await expectNoAxeViolations(page);
  });

  test("reads no time of what a call did not come to", async ({ page }) => {
    await page.goto("/calls?outcome=turned_away");
    const link = page.getByRole("table").getByRole("cell").getByRole("link").first();
    await page.goto((await link.getAttribute("href")) ?? "");
    const facts = page.getByRole("region", { name: "Facts" });
    const timeOf = (part: string) =>
      facts
        .locator("div", { has: page.getByRole("term").filter({ hasText: new RegExp(`^${part}$`) }) })
        .last();
    await expect(timeOf("IVR")).toContainText(/\d:\d\d/);
    for (const part of ["Wait", "Talk", "Hold", "Wrap-up", "Handle time"])
      await expect(timeOf(part)).toContainText("–");
  });

  test("writes a note, edits it, reads its first wording, pins and deletes it, and takes that back", async ({
    page,
  }) => {
    await openCall(page, 1);
    await writeNote(page, "Wants the invoice by mail.");
    const note = noteWith(page, "Wants the invoice");
    await note.getByRole("button", { name: "Edit", exact: true }).click();
    await note.getByRole("textbox", { name: "Edit" }).fill("Wants the invoice as a PDF.");
    await note.getByRole("button", { name: "Save note" }).click();
    await note.getByRole("button", { name: "edited" }).click();
    await expect(note.getByRole("list", { name: "Earlier wordings" })).toContainText("by mail");
    await note.getByRole("button", { name: "Pin", exact: true }).click();
    await expect(note.getByText("Pinned")).toBeVisible();
    await note.getByRole("button", { name: "Delete" }).click();
    await expect(note).toBeHidden();
    await expectNoAxeViolations(page);
    await notesOf(page).getByRole("button", { name: "Undo" }).click();
    await expect(note).toContainText("as a PDF");
  });

  test("loses nothing by leaving an edit with Escape, and drops it only when asked to", async ({ page }) => {
    await openCall(page, 5);
    await writeNote(page, "Asked for the manual.");
    const note = noteWith(page, "Asked for the manual.");
    const field = note.getByRole("textbox", { name: "Edit" });
    await note.getByRole("button", { name: "Edit", exact: true }).click();
    await field.fill("Asked for the manual. In German.");
    await field.press("Escape");
    await expect(field).toBeHidden();
    await expect(note).toContainText("Your changes are not saved yet.");
    await note.getByRole("button", { name: "Continue editing" }).click();
    await expect(field).toHaveValue("Asked for the manual. In German.");
    await expectNoAxeViolations(page);
    await page.reload();
    await expect(notesOf(page).getByRole("textbox", { name: "Edit" })).toHaveValue(/In German/);
    await notesOf(page).getByRole("button", { name: "Discard changes" }).click();
    await expect(note.getByRole("button", { name: "Edit", exact: true })).toBeVisible();
    await expect(note).not.toContainText("In German");
  });

  test("finds the half-written note again after a reload, and no card number in it", async ({ page }) => {
    await openCall(page, 2);
    await noteField(page).fill("Half a sen");
    await page.reload();
    await expect(noteField(page)).toHaveValue("Half a sen");
    await noteField(page).fill("pays with 4111 1111 1111 1111");
    await page.getByRole("button", { name: "Keep only its last four digits" }).click();
    await expect(noteField(page)).toHaveValue("pays with •••• 1111");
    await expect(page.getByText("Draft kept", { exact: true })).toBeVisible();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(noteField(page)).toHaveValue("pays with •••• 1111");
  });

  test("shows a number, deletes the record with a reason and restores it", async ({ page }) => {
    await openCall(page, 3);
    await page.getByRole("button", { name: "Show number" }).click();
    await expect(page.getByRole("button", { name: "Hide number" })).toBeVisible();
    await page.getByRole("button", { name: "Delete record…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Delete record" })).toBeDisabled();
    await dialog.getByRole("button", { name: "Test call" }).click();
    await expectNoAxeViolations(page);
    await dialog.getByRole("button", { name: "Delete record" }).click();
    await expect(page.getByText("“Test call”")).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(page.getByRole("button", { name: "Delete record…" })).toBeVisible();
  });
});

test("a colleague who is mentioned finds the note under mentions and goes to it", async ({
  browser,
  baseURL,
}) => {
  // Two people, each with a browser of their own.
  test.slow();
  const options = baseURL === undefined ? {} : { baseURL };
  const manager = await browser.newContext({ ...options, storageState: signedInAs("manager") });
  const writing = await manager.newPage();
  await openCall(writing, 4);
  const supervisor = await browser.newContext({ ...options, storageState: signedInAs("supervisor") });
  const reading = await supervisor.newPage();
  await reading.goto("/mentions");
  const account = await reading.getByRole("button", { name: /Account of/ }).getAttribute("aria-label");
  const name = account?.replace("Account of ", "") ?? "";
  // Of its own in each run, so that one tried again finds its own note and not the earlier one.
  const request = `Please look at ${Date.now()},`;
  await noteField(writing).pressSequentially(`${request} @${name.split(" ")[0]}`);
  await expect(writing.getByRole("option", { name })).toBeVisible();
  await expectNoAxeViolations(writing);
  await writing.getByRole("option", { name }).click();
  await writing.getByRole("button", { name: "Save note" }).click();
  await expect(noteWith(writing, request)).toContainText(`@${name}`);

  await reading.reload();
  await expectNoAxeViolations(reading);
  const mention = reading.getByRole("listitem").filter({ hasText: request });
  await mention.getByRole("link", { name: "Open call" }).click();
  await expect(reading).toHaveURL(/\/calls\/.+#note-/);
  await expect(noteWith(reading, request)).toContainText(`@${name}`);
  await reading.goto("/mentions?show=unread");
  await expect(reading.getByRole("heading", { name: "Mentions" })).toBeVisible();
  await expect(reading.getByText(request)).toBeHidden();
  await Promise.all([manager.close(), supervisor.close()]);
});

test.describe("an agent", () => {
  test.use({ storageState: signedInAs("agent") });

  test("is told the same for a call out of sight as for one that never was", async ({ page }) => {
    await page.goto("/calls/01990000-0000-7000-8000-000000000000");
    await expect(page.getByText("There is no call here")).toBeVisible();
    await expectNoAxeViolations(page);
  });
});
