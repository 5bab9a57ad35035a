import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";

test.use({ storageState: signedInAs("agent"), viewport: { width: 1024, height: 768 } });

const recent = (page: Page) => page.getByRole("region", { name: "My last calls" }).getByRole("link");
const noteField = (page: Page) => page.getByRole("textbox", { name: /Write a note/ });

async function open(page: Page, nth: number): Promise<void> {
  const href = (await recent(page).nth(nth).getAttribute("href")) ?? "";
  await recent(page).nth(nth).click();
  await expect(page).toHaveURL(href);
  await expect(recent(page).nth(nth)).toHaveAttribute("aria-current", "page");
}

test("shows the ten last calls and opens one with J and Enter", async ({ page }) => {
  await page.goto("/agent");
  await expect(recent(page)).toHaveCount(10);
  await expectNoAxeViolations(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(recent(page).nth(1)).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("img", { name: /Timeline of the call/ })).toBeVisible();
  await page.keyboard.press("n");
  await expect(noteField(page)).toBeFocused();
  await expectNoAxeViolations(page);
});

test("keeps what is being written about each call while the agent goes from one to the other", async ({
  page,
}) => {
  await page.goto("/agent");
  await open(page, 2);
  await noteField(page).fill("About the third");
  await open(page, 3);
  await expect(noteField(page)).toHaveValue("");
  await noteField(page).fill("About the fourth");
  await open(page, 2);
  await expect(noteField(page)).toHaveValue("About the third");
  await expect(recent(page).nth(3)).toContainText("Draft");
  await open(page, 3);
  await expect(noteField(page)).toHaveValue("About the fourth");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByRole("region", { name: "Notes" }).getByText("About the fourth")).toBeVisible();
  await expect(recent(page).nth(3)).not.toContainText("Draft");
});

test("an agent is told of a mention and finds the way to it", async ({ page, browser, baseURL }) => {
  await page.goto("/calls");
  const account = await page.getByRole("button", { name: /Account of/ }).getAttribute("aria-label");
  const name = account?.replace("Account of ", "") ?? "";
  await page.goto("/agent");
  const mentions = page.getByRole("banner").getByRole("link", { name: /Mentions/ });
  const unread = async () => Number((await mentions.textContent())?.match(/\d+/)?.[0] ?? 0);
  const before = await unread();
  const call = (await recent(page).first().getAttribute("href"))?.replace("/agent", "/calls") ?? "";
  const supervisor = await browser.newContext({
    ...(baseURL !== undefined && { baseURL }),
    storageState: signedInAs("supervisor"),
  });
  const writing = await supervisor.newPage();
  await writing.goto(call);
  await noteField(writing).pressSequentially(`Please call back, @${name.split(" ")[0]}`);
  await writing.getByRole("option", { name }).click();
  await writing.getByRole("button", { name: "Save note" }).click();
  await expect(writing.getByRole("region", { name: "Notes" })).toContainText(`Please call back, @${name}`);
  await supervisor.close();

  await page.reload();
  expect(await unread()).toBe(before + 1);
  await expectNoAxeViolations(page);
  await mentions.click();
  await expect(page.getByText("Please call back,").first()).toBeVisible();
});

test("fills the list up when a record is deleted, and puts it back on undo", async ({ page }) => {
  await page.goto("/agent");
  const hrefs = () => recent(page).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const before = await hrefs();
  await open(page, 4);
  await page.getByRole("button", { name: "Delete record…" }).click();
  await page.getByRole("textbox", { name: "Why is it deleted?" }).fill("Called myself");
  await page.getByRole("dialog").getByRole("button", { name: "Delete record" }).click();
  await expect(page.getByText("Record deleted.")).toBeVisible();
  await expect.poll(hrefs).not.toContain(before[4]);
  await expect(recent(page)).toHaveCount(10);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(hrefs).toEqual(before);
});
