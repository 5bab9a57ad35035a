import { expect, type Locator } from "@playwright/test";
import { signedInAs, test } from "@/e2e/console";
import {
  chartNamed,
  contentOf,
  csvRows,
  expectRecords,
  numberOf,
  openDashboard,
  printedRows,
  saveChartAs,
  tableOf,
  untilDrawn,
} from "@/e2e/dashboards";

test.use({ storageState: signedInAs("manager") });

/** Every kind of chart: where it stands, its title, words of its legend or axis, and how many marks it has at least. */
const kinds = [
  ["overview", "Queue visits over time", ["Answered", "Abandoned"], 10],
  ["overview", "Service level over time", ["Service level"], 2],
  ["duration", "Handle time: distribution", ["Share at most this long"], 20],
  ["duration", "What handle time is made of, on average", ["Hold per finished leg"], 20],
  ["duration", "Handle time: over time", ["median", "P25–P75"], 5],
  ["duration", "Handle time: median by weekday and half hour", ["Mon", "hatched"], 300],
  ["waiting", "Wait of the answered", ["Share at most this long"], 20],
  ["waiting", "Share still waiting", ["25.0%"], 2],
  ["waiting", "Where visits overflow to", ["Delivery"], 4],
  ["agents", "Handle time against the number of calls", ["99.8 % limits"], 10],
  ["ivr", "Time in the IVR: distribution", ["Share at most this long"], 20],
] as const;

for (const [name, title, words, marks] of kinds) {
  test(`“${title}” is taken along as a drawing and a picture, from chart and table`, async ({ page }) => {
    await openDashboard(page, name, "period=30days");
    await untilDrawn(page);
    const chart = chartNamed(page, title);
    const fromChart = await drawnAs(chart);
    expect(fromChart.marks).toBeGreaterThanOrEqual(marks);
    for (const word of [title, ...words]) expect(fromChart.words).toContain(word);
    await tableOf(chart);
    const fromTable = await drawnAs(chart);
    expect(fromTable).toEqual(fromChart);
    const picture = await contentOf(await saveChartAs(chart, "Chart as PNG"));
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    const { width, height } = fromTable;
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
  });
}

test("a legend is taken along with its colours and dashes", async ({ page }) => {
  await openDashboard(page, "duration", "period=30days");
  await untilDrawn(page);
  const svg = await contentOf(
    await saveChartAs(chartNamed(page, "What handle time is made of, on average"), "Chart as SVG"),
  );
  expect(svg.toString()).toMatch(/<pattern[^>]*id="[^"]*legend-holding"/);
  expect(svg.toString()).toMatch(/stroke-dasharray="3px?, 3px?"/);
});

/** The drawing of a chart as other programs see it: that it needs nothing else, its size, its marks and its words. */
async function drawnAs(chart: Locator) {
  const file = await saveChartAs(chart, "Chart as SVG");
  expect(file.suggestedFilename()).toMatch(/\.svg$/);
  const drawing = (await contentOf(file)).toString();
  expect(drawing).not.toMatch(/\bclass=|\bstyle=|var\(--|<script|<image|href=|url\((?!#)/);
  return await chart.page().evaluate(async (text) => {
    const read = new DOMParser().parseFromString(text, "image/svg+xml");
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await image.decode();
    return {
      width: image.naturalWidth,
      height: image.naturalHeight,
      marks: read.querySelector("parsererror") ? 0 : read.querySelectorAll("rect, path").length,
      words: [...read.querySelectorAll("text")].map((one) => one.textContent).join(" "),
    };
  }, drawing);
}

test.describe("by keyboard", () => {
  for (const title of [
    "Handle time: over time",
    "Handle time: distribution",
    "What handle time is made of, on average",
  ]) {
    test(`“${title}” is zoomed, opens what is shown, and shows all again`, async ({ page }) => {
      await openDashboard(page, "duration", "period=30days&interval=day");
      await untilDrawn(page);
      const chart = chartNamed(page, title);
      const rows = (await printedRows(chart.locator("[data-twin] table"))).slice(1);
      const [beginning, end] = [chart.getByRole("slider").first(), chart.getByRole("slider").last()];
      for (let step = 0; step < 3; step += 1) await beginning.press("ArrowRight");
      for (let step = 0; step < 3; step += 1) await end.press("ArrowLeft");
      await expect(chart.getByRole("status").filter({ hasText: rows[3]?.[0] ?? "" })).toBeVisible();
      await chart.getByRole("application").first().focus();
      await page.keyboard.press("ArrowRight");
      await expect(chart.locator(".recharts-tooltip-wrapper").first()).toContainText(rows[4]?.[0] ?? "");
      await chart.getByRole("button", { name: "Show all" }).click();
      await expect(chart.getByRole("button", { name: "Show all" })).toBeHidden();
      await chart.getByRole("application").first().focus();
      await expect(chart.locator(".recharts-tooltip-wrapper").first()).toContainText(rows[0]?.[0] ?? "");
    });
  }

  test("up and down choose the series whose calls Enter opens, and say so", async ({ page }) => {
    await openDashboard(page, "overview", "period=30days&interval=day&compare=nothing");
    await untilDrawn(page);
    const chart = chartNamed(page, "Queue visits over time");
    const [heads = [], ...rows] = await printedRows(chart.locator("[data-twin] table"));
    const column = heads.indexOf("Abandoned");
    const busiest = rows.findIndex((cells) => numberOf(cells[column] ?? "0") > 0);
    await chart.getByRole("application").focus();
    for (let step = 0; step < busiest; step += 1) await page.keyboard.press("ArrowRight");
    await expect(chart.locator(".recharts-tooltip-wrapper")).toContainText(rows[busiest]?.[0] ?? "");
    await page.keyboard.press("ArrowDown");
    await expect(chart.getByText("Enter opens: Abandoned")).toBeAttached();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await expect(chart.getByText("Enter opens: Abandoned")).toBeAttached();
    await page.keyboard.press("Enter");
    await expectRecords(page, rows[busiest]?.[column] ?? "");
  });
});

test("up and down reach what is compared, and Enter opens the calls of its own time", async ({ page }) => {
  for (const [name, title, column, compared] of [
    ["overview", "Queue visits over time", "Offered visits, period before", "Offered visits, period before"],
    ["duration", "Handle time: over time", "Median, the period before n", "Median, the period before"],
  ] as const) {
    await openDashboard(page, name, "period=7days&interval=day&compare=previous");
    await untilDrawn(page);
    const chart = chartNamed(page, title);
    const [heads = [], first = []] = await printedRows(chart.locator("[data-twin] table"));
    await chart.getByRole("application").focus();
    await expect(chart.locator(".recharts-tooltip-wrapper")).toContainText(first[0] ?? "");
    await page.keyboard.press("ArrowUp");
    await expect(chart.getByText(`Enter opens: ${compared}`)).toBeAttached();
    await page.keyboard.press("Enter");
    const place = heads.map((head) => head.replaceAll(/\s+/g, " ")).lastIndexOf(column);
    await expectRecords(page, first.at(place) ?? "");
  }
});

test("a curve's table is taken along with its band, and each row opens who was still waiting", async ({
  page,
}) => {
  await openDashboard(page, "waiting", "period=30days&compare=nothing");
  await untilDrawn(page);
  const chart = chartNamed(page, "Share still waiting");
  const [heads = [], , row = []] = await csvRows(await saveChartAs(chart, "Table as CSV"));
  expect(heads.slice(1, 4).map((head) => head.replace(/^.*: /, ""))).toEqual([
    "Share still waiting",
    "95 % low",
    "95 % high",
  ]);
  const [share = 0, low = 1, high = 0] = row.slice(1, 4).map(Number);
  expect([low <= share, share <= high]).toEqual([true, true]);
  const table = await tableOf(chart);
  const left = table.locator("tbody tr").nth(1).getByRole("link").last();
  const printed = (await left.textContent()) ?? "";
  await left.click();
  await expectRecords(page, printed);
});

test("a row narrows every figure to its records, and a chip takes that off again", async ({ page }) => {
  await openDashboard(page, "duration", "period=30days&by=path");
  const breakdown = chartNamed(page, "Handle time: broken down");
  const [, first = []] = await printedRows(breakdown.locator("table"));
  const [track = "", count = ""] = first;
  await breakdown.getByRole("link", { name: `Filter by ${track}`, exact: true }).click();
  const chips = page.getByRole("list", { name: "Filters that are on" });
  await expect(chips).toContainText(track);
  await expect(breakdown.getByText(`n ${count}`, { exact: true })).toBeVisible();
  await page.getByText("Filter", { exact: true }).click();
  const tracks = page.getByRole("group", { name: "Key track" });
  await expect(tracks.getByRole("checkbox", { name: track, exact: true })).toBeChecked();
  await page.keyboard.press("Escape");
  await chips.getByRole("link", { name: "Take off: Key track" }).click();
  await expect(chips).toBeHidden();
});

test("an interval that is too fine for the period is told", async ({ page }) => {
  await openDashboard(page, "overview", "period=30days&interval=quarterHour");
  await expect(page.getByText("Interval: Day, not Quarter hour")).toBeVisible();
  await openDashboard(page, "overview", "period=yesterday&interval=quarterHour");
  await expect(page.getByText(/^Interval: /)).toBeHidden();
});

test("two periods stand side by side on every dashboard, and in the agents' file", async ({ page }) => {
  const days = lastDays();
  const query = `period=custom&from=${days.own}&to=${days.own}&compare=period&compareFrom=${days.other}&compareTo=${days.other}`;
  await openDashboard(page, "ivr", query);
  const tracks = chartNamed(page, "Key tracks").locator("table");
  await expect(tracks.locator("th").filter({ hasText: "Other period" }).first()).toBeVisible();
  const [, row = []] = await printedRows(tracks);
  const before = tracks.locator("tbody tr").first().locator("td").nth(8).getByRole("link").first();
  const printed = row[8] ?? "";
  expect(numberOf(printed)).toBeGreaterThan(0);
  await before.click();
  await expectRecords(page, printed);

  await openDashboard(page, "agents", query);
  await expect(page.getByText("Beneath the figures: the difference against the other period.")).toBeVisible();
  const funnel = await tableOf(chartNamed(page, "Handle time against the number of calls"));
  await expect(funnel.locator("th").filter({ hasText: "Mean, Other period" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "All agents as CSV" }).click();
  const [heads = [], agent = []] = await csvRows(await download);
  expect(heads).toContain("Answered (Other period)");
  expect(agent).toHaveLength(heads.length);

  await openDashboard(page, "duration", query);
  const chart = chartNamed(page, "What handle time is made of, on average");
  await expect(chart.getByText("Each part ÷ all finished legs")).toBeVisible();
  const parts = await tableOf(chart);
  await expect(parts.locator("th").filter({ hasText: "the other period" }).first()).toBeVisible();
});

/** Two days of the demo that are over, a week apart. */
function lastDays(): { own: string; other: string } {
  const day = (before: number) => {
    const at = new Date(Date.now() - before * 86_400_000);
    return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(at);
  };
  return { own: day(2), other: day(9) };
}

test("two agents stand side by side, and are taken along as a file", async ({ page }) => {
  await openDashboard(page, "agents", "period=30days");
  const boxes = page.getByRole("checkbox", { name: /^Compare / });
  const names = await boxes.evaluateAll((found) =>
    found.map((box) => box.getAttribute("aria-label")?.replace("Compare ", "") ?? ""),
  );
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Compare side by side" }).click();
  const beside = page.getByRole("region", { name: "Side by side" });
  for (const name of names.slice(0, 2))
    await expect(beside.getByRole("columnheader", { name })).toBeVisible();
  const answered = beside.getByRole("row", { name: /^Answered/ }).getByRole("link");
  const printed = await answered.allTextContents();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "These agents as CSV" }).click();
  const [heads = [], ...rows] = await csvRows(await download);
  expect(rows.map(([name]) => name).sort()).toEqual(names.slice(0, 2).sort());
  const column = heads.indexOf("Answered");
  expect(rows.map((row) => row[column])).toEqual(printed.map((count) => count.replaceAll(",", "")));
});
