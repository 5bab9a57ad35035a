import { readFile } from "node:fs/promises";
import { type Download, expect, type Locator, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import type { DashboardPage } from "@/app/(console)/dashboards/dashboard-pages";
import { Cohort } from "@/server/domain/metrics/cohort";

/** A number of records as a page prints it, and where the page says that they are listed. */
interface OpenableCount {
  readonly printed: string;
  readonly href: string;
}

export async function openDashboard(page: Page, name: DashboardPage, query = ""): Promise<void> {
  await page.goto(`/dashboards/${name}?${query}`);
  await expect(page.getByRole("heading", { level: 1, name: "Dashboards" })).toBeVisible();
}

export const chartNamed = (page: Page, title: string | RegExp) => page.getByRole("figure", { name: title });

/** Shows a chart's figures as rows, and answers with them. */
export async function tableOf(chart: Locator): Promise<Locator> {
  await chart.getByText("Table", { exact: true }).click();
  const table = chart.locator("[data-twin] table");
  await expect(table).toBeVisible();
  return table;
}

/** What a table prints, head first. */
export function printedRows(table: Locator): Promise<string[][]> {
  return table
    .locator("tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim() ?? "")),
    );
}

/** The cells of all tables that print nothing but a number of records. */
export async function openableCounts(page: Page): Promise<OpenableCount[]> {
  const links = await page.locator("table a[href^='/calls?cohort=']").evaluateAll((found) =>
    found.map((link) => ({
      printed: link.textContent?.trim() ?? "",
      href: link.getAttribute("href") ?? "",
    })),
  );
  return links.filter(({ printed }) => isCount(printed));
}

const isCount = (text: string) => /^\d{1,3}(,\d{3})*$/.test(text);
export const numberOf = (text: string) => Number(text.replaceAll(",", ""));

/** The call log shows as many records as were printed where it was opened. */
export async function expectRecords(page: Page, printed: string): Promise<void> {
  await expect(page).toHaveURL(/\/calls\?cohort=/);
  const counted = page
    .getByRole("main")
    .locator("header")
    .getByText(/^[\d,]+ (call|queue visit|offer|conv)/);
  await expect(counted).toHaveText(new RegExp(`^${printed} `));
}

/** The queue's books: what was offered, and what its parts come to. */
export async function readBooks(page: Page): Promise<{ offered: number; parts: number[] }> {
  const line = page.getByRole("region", { name: "Every visit is accounted for" });
  const text = (await line.textContent()) ?? "";
  const [offered = 0, ...parts] = (text.match(/\d[\d,]*/g) ?? []).map(numberOf);
  expect(text).toMatch(/offered\s*=.*answered\s*\+.*abandoned\s*\+.*overflowed\s*\+.*still waiting/);
  return { offered, parts };
}

/** The period whose visits the queue's books are about. */
export async function periodOfBooks(page: Page): Promise<{ from: number; until: number }> {
  const line = page.getByRole("region", { name: "Every visit is accounted for" });
  const href = (await line.getByRole("link").first().getAttribute("href")) ?? "";
  const cohort = new URLSearchParams(href.slice(href.indexOf("?"))).get("cohort");
  return Cohort.parse(JSON.parse(cohort ?? ""));
}

type Format = "Table as CSV" | "Chart as SVG" | "Chart as PNG";

/** Saves a chart as a file, as readers do. */
export async function saveChartAs(chart: Locator, format: Format): Promise<Download> {
  const downloading = chart.page().waitForEvent("download");
  await chart
    .locator("summary", { has: chart.page().locator("svg") })
    .last()
    .click();
  await chart.getByRole("button", { name: format }).click();
  return await downloading;
}

export async function contentOf(download: Download): Promise<Buffer> {
  return await readFile(await download.path());
}

/** The rows of a file that spreadsheets open. */
export async function csvRows(download: Download): Promise<string[][]> {
  const rows: string[][] = parse(await contentOf(download), { bom: true });
  return rows;
}

/** Waits until every chart that has anything to draw is drawn. */
export async function untilDrawn(page: Page): Promise<void> {
  for (const chart of await page.locator("[data-chart-frame] [data-drawing]").all())
    await expect(chart.locator("svg, table").first()).toBeVisible();
}

export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, "pixels beyond the right edge").toBeLessThanOrEqual(0);
}
