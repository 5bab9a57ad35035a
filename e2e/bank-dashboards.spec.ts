import { existsSync, readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { formatDuration } from "@/app/_components/format/duration";
import { signedInAs, test } from "@/e2e/console";
import { chartNamed, openDashboard, printedRows } from "@/e2e/dashboards";
import { sharedFile } from "@/server/testing/imports";

const january = sharedFile("data/anonymous-bank-1999/january.txt");
const answers = sharedFile("cases/known-answers.json");

const KnownAnswers = z.object({
  bank_1999: z.object({
    january: z.object({
      outcome: z.object({ HANG: z.number(), AGENT: z.number() }),
      mean_wait_answered: z.number(),
      mean_service: z.number(),
    }),
  }),
});

// The records name real agents: nothing of these pages is kept, not even of a test that fails.
test.use({ storageState: signedInAs("supervisor"), trace: "off", screenshot: "off", video: "off" });

async function importJanuary(page: Page): Promise<void> {
  await page.goto("/imports/new");
  await page.getByRole("radio", { name: "Anonymous Bank 1999" }).check();
  await page.getByLabel("Drop a file here").setInputFiles(january);
  await page.getByRole("button", { name: "Start import" }).click();
  await expect(page.getByText("The totals add up.")).toBeVisible({ timeout: 300_000 });
}

/** The first value that each row of a table prints, by the row's name. */
async function valuesOf(page: Page, title: string): Promise<Map<string, string>> {
  const table = chartNamed(page, title).locator("table");
  const rows = await printedRows(table);
  // A name has its definition beside it; what exports write of it is the name alone.
  const names = await table
    .locator("tr > :first-child")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-raw") ?? cell.textContent ?? ""));
  return new Map(rows.map(([, value = ""], index) => [names[index]?.trim() ?? "", value]));
}

test("a month of a real bank gives its published counts, waits and talk times on the dashboards", async ({
  page,
}) => {
  test.skip(!existsSync(january), "needs the bank's records in ../shared/data/anonymous-bank-1999");
  test.setTimeout(420_000);
  const known = KnownAnswers.parse(JSON.parse(readFileSync(answers, "utf8"))).bank_1999.january;
  const { HANG, AGENT } = known.outcome;
  await importJanuary(page);

  const ofJanuary = "period=custom&from=1999-01-01&to=1999-01-31&zone=Asia/Jerusalem&compare=nothing";
  await openDashboard(page, "overview", ofJanuary);
  const figures = await valuesOf(page, "All figures");
  expect(figures.get("Calls")).toBe((HANG + AGENT).toLocaleString("en-GB"));
  expect(figures.get("Answered")).toBe(AGENT.toLocaleString("en-GB"));
  expect(clocksOf(known.mean_wait_answered)).toContain(figures.get("Speed of answer"));
  // The bank knows no hold and no wrap-up.
  expect(clocksOf(known.mean_service)).toContain(figures.get("Handle time"));
});

/** How the console may print a mean that is published to a tenth of a second: in whole seconds, rounded down. */
function clocksOf(seconds: number): string[] {
  return [seconds - 0.05, seconds + 0.05].map((exact) => formatDuration(exact * 1000));
}
