import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";

const rows = (page: Page) =>
  page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("link") })
    .filter({ has: page.getByRole("cell") });

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("filters the calls, takes a filter off again and finds nothing wrong on the page", async ({
    page,
  }) => {
    await page.goto("/calls");
    await expect(rows(page)).toHaveCount(50);
    await expectNoAxeViolations(page);
    await page.getByText("Filter", { exact: true }).click();
    await page.getByRole("group", { name: "Outcome" }).getByLabel("Abandoned", { exact: true }).check();
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/outcome=abandoned/);
    await expect(rows(page).first()).toContainText("Abandoned");
    await expect(rows(page).filter({ hasText: "Answered" })).toHaveCount(0);
    await page.getByRole("link", { name: "Take off: Outcome" }).click();
    await expect(page).not.toHaveURL(/outcome/);
  });

  test("chooses a period in place of days that were chosen before", async ({ page }) => {
    await page.goto("/calls?from=2020-01-01&to=2020-01-31");
    await expect(rows(page)).toHaveCount(0);
    await page.getByLabel("Time", { exact: true }).selectOption("Last 30 days");
    await expect(page).toHaveURL(/period=30days/);
    await expect(page).not.toHaveURL(/from=/);
    await expect(rows(page)).toHaveCount(50);
  });

  test("walks the list with the keyboard and opens a call", async ({ page }) => {
    await page.goto("/calls");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const peek = page.getByRole("complementary", { name: "The call" });
    await expect(peek).toBeVisible();
    await expect(rows(page).nth(1)).toHaveAttribute("aria-current", "true");
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await expect(peek).toBeHidden();
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/calls\/[\da-f-]{36}/);
  });

  test("reads on and comes back to the same page", async ({ page }) => {
    await page.goto("/calls?sort=talk&order=ascending");
    const first = await rows(page).first().textContent();
    await page.getByRole("link", { name: "Next" }).press("Enter");
    await expect(page).toHaveURL(/after=/);
    await expect(rows(page).first()).not.toHaveText(first ?? "");
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(page).toHaveURL(/before=/);
    expect(await rows(page).first().textContent()).toBe(first);
  });

  test("comes back from a call to the same filters, page and peek, and walks on in the list's order", async ({
    page,
  }) => {
    await page.goto("/calls?direction=inbound&sort=talk");
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page).toHaveURL(/after=/);
    const hrefs = await rows(page)
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.slice(0, 43)));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${hrefs[1]}`));
    await page.getByRole("link", { name: "Next in the list" }).waitFor();
    await page.keyboard.press("j");
    await expect(page).toHaveURL(new RegExp(`${hrefs[2]}`));
    await page.getByRole("link", { name: "Previous in the list" }).waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/\/calls\?.*direction=inbound.*sort=talk.*after=/);
    await expect(page.getByRole("complementary", { name: "The call" })).toBeVisible();
    await expect(rows(page).nth(2)).toHaveAttribute("aria-current", "true");
  });

  test("exports the records behind a figure and is told how many those are", async ({ page }) => {
    const until = Date.now();
    const cohort = {
      unit: "visit",
      from: until - 7 * 86_400_000,
      until,
      filter: {},
      visitOutcomes: ["answered"],
    };
    await page.goto(`/calls?cohort=${encodeURIComponent(JSON.stringify(cohort))}`);
    const size = await page.getByText(/^[\d,]+ queue visits? in/).textContent();
    await page.getByRole("button", { name: "Export" }).click();
    const dialog = page.getByRole("dialog", { name: "Export as CSV" });
    await expect(dialog).toContainText(`0 of ${size?.split(" ")[0]}`);
  });

  test("finds calls by the customer's name and narrows them along the histogram", async ({ page }) => {
    await page.goto("/calls");
    const named = rows(page).locator("td:nth-child(2) [title]").first();
    const name = (await named.getAttribute("title")) ?? "";
    await page.getByRole("searchbox").fill(name);
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByRole("link", { name: "Take off: Name or note" })).toBeVisible();
    await expect(rows(page).first()).toContainText(name);
    await page.getByRole("link", { name: "Take off: Name or note" }).click();
    await expect(page.getByRole("link", { name: "Take off: Name or note" })).toBeHidden();
    await page.getByText("Filter", { exact: true }).click();
    await expect(page.getByRole("group", { name: "Province" }).getByText(/ \d+$/).first()).toBeVisible();
    const from = page.getByRole("slider", { name: "Wait: at least" });
    await from.press("ArrowRight");
    await from.press("ArrowRight");
    await expect(page.getByRole("textbox", { name: "Wait: at least" })).toHaveValue("0:10");
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/waitMin=0%3A10/);
    await expect(page.getByRole("link", { name: "Take off: Wait" })).toBeVisible();
  });

  test("finds the way to import from the list", async ({ page }) => {
    await page.goto("/calls");
    await page.getByRole("link", { name: "Import", exact: true }).click();
    await expect(page).toHaveURL(/\/imports\/new/);
  });

  test("keeps the list as a view, finds it again and deletes it", async ({ page }) => {
    await page.goto("/calls?outcome=abandoned&sort=wait");
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Save as a view" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Longest waits lost");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved as “Longest waits lost”")).toBeVisible();
    await page.goto("/calls");
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Longest waits lost" }).click();
    await expect(page).toHaveURL(/outcome=abandoned&sort=wait/);
    await expect(page.getByRole("menu")).toBeHidden();
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Manage views" }).click();
    await page.getByRole("button", { name: "Delete “Longest waits lost”" }).click();
    await expect(page.getByText("“Longest waits lost” was deleted")).toBeVisible();
  });

  test("exports the list as it is filtered", async ({ page }) => {
    await page.goto("/calls?outcome=abandoned");
    await page.getByRole("button", { name: "Export" }).click();
    const dialog = page.getByRole("dialog", { name: "Export as CSV" });
    await expect(dialog).toContainText("100,000");
    const downloading = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Export" }).click();
    const file = await readFile(await (await downloading).path(), "utf8");
    const lines = file.trimEnd().split("\r\n");
    expect(lines[0]).toMatch(/^\ufeffStart \(Asia\/Shanghai\),Customer/);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(1)) expect(line).toContain("Abandoned");
  });
});

test.describe("without JavaScript", () => {
  test.use({ storageState: signedInAs("supervisor"), javaScriptEnabled: false });

  test("the list is there, and its search and filters are sent as a form", async ({ page }) => {
    await page.goto("/calls");
    await expect(rows(page)).toHaveCount(50);
    await page.getByText("Filter", { exact: true }).click();
    await page.getByLabel("Direction").selectOption("outbound");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/direction=outbound/);
    await expect(page.getByRole("link", { name: "Take off: Direction" })).toBeVisible();
  });
});

test.describe("a manager", () => {
  test.use({ storageState: signedInAs("manager") });

  test("sees numbers masked and cannot search for one digit by digit", async ({ page }) => {
    await page.goto("/calls");
    await expect(rows(page).filter({ hasText: "••••" }).first()).toBeVisible();
    await page.getByRole("searchbox").fill("45678");
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByText("at most 4 final digits")).toBeVisible();
  });
});
