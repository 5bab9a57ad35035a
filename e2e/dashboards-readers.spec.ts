import { expect, type Page } from "@playwright/test";
import { dashboardPages } from "@/app/(console)/dashboards/dashboard-pages";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import {
  chartNamed,
  expectNoSidewaysScrolling,
  expectRecords,
  openableCounts,
  openDashboard,
  untilDrawn,
} from "@/e2e/dashboards";

test.describe("a manager", () => {
  test.use({ storageState: signedInAs("manager") });

  for (const name of dashboardPages) {
    test(`finds nothing on ${name} that axe finds fault with`, async ({ page }) => {
      await openDashboard(page, name);
      await untilDrawn(page);
      await expectNoAxeViolations(page);
    });

    test(`finds all of ${name} at 1024 px, with nothing in its tables that axe finds fault with`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1024, height: 768 });
      await openDashboard(page, name);
      await untilDrawn(page);
      await expectNoSidewaysScrolling(page);
      for (const choice of await page.getByText("Table", { exact: true }).all()) await choice.click();
      await expectNoSidewaysScrolling(page);
      await expectNoAxeViolations(page);
    });
  }
});

/** A day that is over: nothing changes between two looks at it. */
const overQuery = "period=yesterday";

test.describe("without JavaScript", () => {
  test.use({ storageState: signedInAs("manager"), javaScriptEnabled: false });

  for (const name of dashboardPages) {
    test(`${name} prints its tiles and tables`, async ({ page }) => {
      await openDashboard(page, name, overQuery);
      const tiles = page.getByRole("article");
      await expect(tiles.first()).toBeVisible();
      for (const tile of await tiles.all()) await expect(tile.locator("p").first()).toHaveText(/\S/);
      const charts = page.locator("[data-chart-frame]").filter({ has: page.locator("[data-twin]") });
      expect(await charts.count()).toBeGreaterThan(0);
      for (const chart of await charts.all()) await expect(chart.locator("[data-twin] table")).toBeVisible();
      const [cell] = await openableCounts(page);
      await page.locator(`table a[href='${cell?.href}']`).filter({ visible: true }).first().click();
      await expectRecords(page, cell?.printed ?? "");
    });
  }
});

/** Every figure of a page, in the order in which it stands there. */
async function figuresOf(page: Page): Promise<string[][]> {
  const tiles = await page
    .getByRole("article")
    .evaluateAll((articles) =>
      articles.map((article) => [...article.querySelectorAll("p")].map((line) => line.textContent ?? "")),
    );
  const tables = await page
    .locator("table")
    .evaluateAll((all) =>
      all.map((table) => [...table.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
    );
  const marks = await page.locator("[data-chart-frame] > dl").allTextContents();
  return [...tiles, ...tables, marks];
}

test.describe("with JavaScript off", () => {
  test.use({ storageState: signedInAs("manager"), javaScriptEnabled: false });

  for (const name of dashboardPages) {
    test(`${name} prints the same figures as with JavaScript on`, async ({ page, browser }) => {
      await openDashboard(page, name, overQuery);
      const context = await browser.newContext({
        storageState: signedInAs("manager"),
        javaScriptEnabled: true,
      });
      const scripted = await context.newPage();
      await openDashboard(scripted, name, overQuery);
      await untilDrawn(scripted);
      const figures = await figuresOf(page);
      expect(figures.flat().length).toBeGreaterThan(20);
      expect(await figuresOf(scripted)).toEqual(figures);
      await context.close();
    });
  }

  test("what the server draws is seen, and what scripts would draw takes no room", async ({ page }) => {
    await openDashboard(page, "duration", "period=30days");
    const heatMap = chartNamed(page, /median by weekday and half hour/).locator("[data-drawing]");
    await expect(heatMap.getByRole("link").first()).toBeVisible();
    await expect(chartNamed(page, /: distribution/).locator("[data-drawing]")).toBeHidden();
    await openDashboard(page, "waiting", "period=30days");
    const flow = chartNamed(page, "Where visits overflow to").locator("[data-drawing]");
    await expect(flow.getByRole("link").first()).toBeVisible();
    await openDashboard(page, "overview");
    await expect(page.locator("article svg[preserveAspectRatio=none]").first()).toBeVisible();
  });
});

test.describe("an agent", () => {
  test.use({ storageState: signedInAs("agent") });

  test("is led from every dashboard to the own view, and given no figures by request", async ({ page }) => {
    for (const name of dashboardPages) {
      await page.goto(`/dashboards/${name}`);
      await expect(page).toHaveURL(/\/agent$/);
    }
    const file = await page.request.get("/api/dashboards/agents");
    expect(file.status()).toBe(403);
  });

  test("reads the own figures, which open the own calls", async ({ page }) => {
    await page.goto("/agent/figures?period=30days");
    await expect(page.getByRole("heading", { name: "My figures" })).toBeVisible();
    await expect(page.getByRole("article").first()).toBeVisible();
    await expectNoAxeViolations(page);
    const answered = page
      .getByRole("article")
      .filter({ has: page.getByRole("heading", { name: "Answered", exact: true }) })
      .getByRole("link");
    const printed = (await answered.textContent()) ?? "";
    await answered.click();
    await expectRecords(page, printed);
  });
});

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("reads the dashboards too", async ({ page }) => {
    for (const name of dashboardPages) {
      await openDashboard(page, name);
      await expect(page.getByRole("article").first()).toBeVisible();
    }
  });
});
