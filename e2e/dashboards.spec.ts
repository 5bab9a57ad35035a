import { expect, type Page } from "@playwright/test";
import fc from "fast-check";
import { dashboardPages } from "@/app/(console)/dashboards/dashboard-pages";
import { signedInAs, test } from "@/e2e/console";
import {
  chartNamed,
  csvRows,
  expectRecords,
  numberOf,
  openableCounts,
  openDashboard,
  periodOfBooks,
  printedRows,
  readBooks,
  saveChartAs,
  tableOf,
  untilDrawn,
} from "@/e2e/dashboards";

const distribution = (page: Page) => chartNamed(page, "Talk time: distribution");

test.describe("a manager", () => {
  test.use({ storageState: signedInAs("manager") });

  test("opens the calls behind a bar's figure and comes back to the same dashboard", async ({ page }) => {
    await openDashboard(page, "duration", "duration=talk&axis=linear&by=agent&compare=nothing");
    const address = page.url();
    const table = await tableOf(distribution(page));
    const rows = await printedRows(table);
    const printed = (await tallestBar(page)).count;
    await table.getByRole("link", { name: printed, exact: true }).first().click();
    await expectRecords(page, printed);
    await page.goBack();
    await expect(page).toHaveURL(address);
    await expect(distribution(page)).toBeVisible();
    expect(await printedRows(distribution(page).locator("[data-twin] table"))).toEqual(rows);
  });

  test("opens the calls behind the drawn bar that is clicked", async ({ page }) => {
    await openDashboard(page, "duration", "duration=talk");
    const { index, label, count } = await tallestBar(page);
    const bar = distribution(page).locator(".recharts-bar-rectangle").nth(index);
    await bar.hover();
    await expect(wordsOfBar(page)).toContainText(label);
    await expect(wordsOfBar(page)).toContainText(count);
    await bar.click();
    await expectRecords(page, count);
    await page.goBack();
    await expect(distribution(page)).toBeVisible();
    await expect(page).toHaveURL(/duration\?duration=talk$/);
  });

  test("walks the bars with the keyboard and opens one with Enter", async ({ page }) => {
    await openDashboard(page, "duration", "duration=talk");
    const { index, label, count } = await tallestBar(page);
    await untilDrawn(page);
    await distribution(page).getByRole("application").first().focus();
    for (let step = 0; step < index; step += 1) await page.keyboard.press("ArrowRight");
    await expect(wordsOfBar(page)).toContainText(label);
    await page.keyboard.press("Enter");
    await expectRecords(page, count);
  });

  test("chooses a period, a time zone and an interval, and the figures follow the address", async ({
    page,
  }) => {
    await openDashboard(page, "overview");
    const week = await readBooks(page);
    await page.getByRole("combobox", { name: "Period" }).selectOption("Yesterday");
    await expect(page).toHaveURL(/period=yesterday/);
    await expect.poll(async () => (await readBooks(page)).offered).toBeLessThan(week.offered);
    const inShanghai = await periodOfBooks(page);
    await expect(page, "who is sent the address sees the same days").toHaveURL(/zone=Asia%2FShanghai/);
    expect(clockIn("Asia/Shanghai", inShanghai)).toEqual(["00:00", "00:00"]);

    await page.getByRole("combobox", { name: "Time zone" }).fill("Asia/Kolkata");
    await page.getByRole("combobox", { name: "Time zone" }).press("Enter");
    await expect(page).toHaveURL(/zone=Asia%2FKolkata/);
    await expect.poll(() => periodOfBooks(page)).not.toEqual(inShanghai);
    expect(clockIn("Asia/Kolkata", await periodOfBooks(page))).toEqual(["00:00", "00:00"]);

    const overTime = chartNamed(page, "Queue visits over time");
    for (const [interval, count] of [
      ["Hour", 24],
      ["Half hour", 48],
    ] as const) {
      await page.getByRole("combobox", { name: "Interval" }).selectOption(interval);
      await expect(page).toHaveURL(/interval=h/);
      await expect(overTime.locator("[data-twin] tbody tr")).toHaveCount(count);
    }
    const { offered } = await readBooks(page);
    const rows = await printedRows(overTime.locator("[data-twin] table"));
    const column = rows[0]?.indexOf("Offered visits") ?? -1;
    const inIntervals = rows.slice(1).map((cells) => numberOf(cells[column]?.match(/^[\d,]+/)?.[0] ?? "0"));
    expect(sum(inIntervals)).toBe(offered);
  });

  test("finds the queue's books in balance, and the same on every dashboard", async ({ page }) => {
    const query = "period=custom&from=2000-01-01&to=2100-01-01&compare=nothing";
    const seen: number[] = [];
    for (const name of dashboardPages) {
      await openDashboard(page, name, query);
      const { offered, parts } = await readBooks(page);
      expect(parts).toHaveLength(6);
      expect(sum(parts), name).toBe(offered);
      seen.push(offered);
    }
    expect(seen[0]).toBeGreaterThan(0);
    expect(new Set(seen).size).toBe(1);
  });

  test("takes a chart's table along as a file that holds its figures and runs nothing", async ({ page }) => {
    await openDashboard(page, "duration", "duration=talk&compare=nothing");
    const table = await tableOf(distribution(page));
    const printed = await printedRows(table);
    const asPrinted = (cell: string, column: number) =>
      column < 2 ? cell : `${(Number(cell) * 100).toFixed(1)}%`;
    const plain = (cell: string, column: number) => (column === 1 ? cell.replaceAll(",", "") : cell);
    const download = await saveChartAs(distribution(page), "Table as CSV");
    expect(download.suggestedFilename()).toBe("Talk time- distribution.csv");
    const [heads = [], ...rows] = await csvRows(download);
    const saved = [heads, ...rows.map((cells) => cells.map(asPrinted))];
    expect(saved).toEqual(printed.map((cells) => cells.map(plain)));

    const formula = '=HYPERLINK("https://example.com")';
    await table
      .getByRole("cell")
      .first()
      .evaluate((cell, text) => cell.replaceChildren(text), formula);
    const [, first] = await csvRows(await saveChartAs(distribution(page), "Table as CSV"));
    expect(first?.[0]).toBe(`'${formula}`);
  });

  test("finds behind any cell as many records as it prints", async ({ page }) => {
    const eachPage = Math.ceil(10 / dashboardPages.length);
    for (const name of dashboardPages) {
      await openDashboard(page, name, "period=30days&rows=all");
      const counts = await openableCounts(page);
      expect(counts.length).toBeGreaterThan(eachPage);
      const drawn = fc.sample(fc.constantFrom(...counts), { numRuns: eachPage, seed: counts.length });
      for (const { printed, href } of drawn) {
        await test.step(`${name}: ${printed} ${href}`, async () => {
          await page.goto(href);
          await expectRecords(page, printed);
        });
      }
    }
  });

  test("sets two skill groups side by side, each under its name", async ({ page }) => {
    await openDashboard(page, "overview");
    const byGroup = chartNamed(page, "By skill group").locator("tbody").getByRole("row");
    const filters = byGroup.getByRole("link", { name: /^Filter by / });
    await expect(filters.nth(1)).toBeAttached();
    const [own = "", other = ""] = await filters.evaluateAll((links) =>
      links.map((link) =>
        (link.getAttribute("aria-label") ?? link.textContent ?? "").slice("Filter by ".length),
      ),
    );
    await page.getByText("Filter", { exact: true }).click();
    await page
      .getByRole("group", { name: "Skill group", exact: true })
      .getByRole("checkbox", { name: own, exact: true })
      .check();
    await page.getByRole("button", { name: "Apply" }).filter({ visible: true }).first().click();
    await expect(page).toHaveURL(/[?&]group=/);
    await page.getByRole("combobox", { name: "Compare with" }).selectOption("These skill groups");
    await page.getByText("Skill groups to compare with", { exact: true }).filter({ visible: true }).click();
    await page
      .getByRole("group", { name: "Skill groups to compare with" })
      .getByRole("checkbox", { name: other, exact: true })
      .check();
    await page.getByRole("button", { name: "Apply" }).filter({ visible: true }).first().click();
    await expect(page).toHaveURL(/[?&]compareGroup=/);
    const beside = page.getByRole("list", { name: "Filters that are on" }).getByRole("listitem");
    await expect(beside.filter({ hasText: "Skill groups to compare with" })).toContainText(other);
    await expect(beside.first()).toContainText(own);
    await expect(byGroup).toHaveCount(2);
    await expect(byGroup.filter({ hasText: own })).toHaveCount(1);
    await expect(byGroup.filter({ hasText: other })).toHaveCount(1);
  });

  test("keeps a dashboard under a name and shares it with everybody, by menu and by link", async ({
    page,
    browser,
  }) => {
    await openDashboard(page, "duration", "period=30days&duration=talk&by=province");
    const printed = await printedRows(distribution(page).locator("[data-twin] table"));
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Save as a view" }).click();
    await page.getByLabel("Name").fill("Talk by province");
    await page.getByLabel("Everybody may use it").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved as “Talk by province”")).toBeVisible();

    const context = await browser.newContext({ storageState: signedInAs("supervisor") });
    const theirs = await context.newPage();
    await openDashboard(theirs, "agents");
    await theirs.getByRole("button", { name: "Views" }).click();
    await theirs.getByRole("menuitem", { name: "Talk by province" }).click();
    await expect(theirs).toHaveURL(/\/dashboards\/duration\?.*by=province/);
    await theirs.goto(theirs.url());
    expect(await printedRows(distribution(theirs).locator("[data-twin] table"))).toEqual(printed);
    await context.close();

    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Manage views" }).click();
    await page.getByRole("button", { name: "Delete “Talk by province”" }).click();
    await expect(page.getByText("“Talk by province” was deleted")).toBeVisible();
  });
});

/** The bar of the distribution with the most calls: its place, length and number of calls. */
async function tallestBar(page: Page): Promise<{ index: number; label: string; count: string }> {
  const [, ...rows] = await printedRows(distribution(page).locator("[data-twin] table"));
  const bars = rows.map(([label = "", count = ""], index) => ({ index, label, count }));
  return bars.reduce((tallest, bar) => (numberOf(bar.count) > numberOf(tallest.count) ? bar : tallest));
}

const wordsOfBar = (page: Page) => distribution(page).locator(".recharts-tooltip-wrapper").first();

function clockIn(timeZone: string, { from, until }: { from: number; until: number }): string[] {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return [clock.format(from), clock.format(until)];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
