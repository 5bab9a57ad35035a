import { expect, type Locator, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { chartNamed, openDashboard } from "@/e2e/dashboards";

const why = (page: Page) =>
  page.getByRole("region", { name: "Why this queue, why this agent, why this wait" });

async function firstCall(page: Page, query: string): Promise<string> {
  await page.goto(`/calls?${query}`);
  const [first = ""] = await hrefsOf(page.getByRole("table").getByRole("row"));
  return first.match(/[0-9a-f-]{36}/)?.[0] ?? "";
}

/** Where the calls of these rows are opened, each once. */
async function hrefsOf(rows: Locator): Promise<string[]> {
  await expect(rows.getByRole("cell").getByRole("link").first()).toBeVisible();
  const links = await rows.getByRole("cell").getByRole("link").all();
  const hrefs = await Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
  return [...new Set(hrefs)].filter((href) => href.startsWith("/calls/"));
}

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("opens a call that overflowed and reads why", async ({ page }) => {
    await openDashboard(page, "waiting");
    const flow = chartNamed(page, "Where visits overflow to").locator("[data-drawing]");
    await flow.getByRole("link", { name: /^Delivery → Orders:/ }).click();
    await expect(page).toHaveURL(/\/calls\?/);
    const overflowed = await hrefsOf(page.getByRole("table").getByRole("row"));
    // An agent may have transferred a call to the queue that it overflowed from, or its caller may have hung up:
    // the next one, then.
    await expect(async () => {
      await page.goto(overflowed.shift() ?? "");
      await expect(why(page)).toContainText(
        /“Delivery” was the first that matched\..*The call was offered to .*, in Orders/,
        { timeout: 3000 },
      );
    }).toPass();
    // Nobody may have been there as yet: then it entered the queue all the same.
    await expect(why(page)).toContainText(
      /entered the queue of Delivery|Delivery; the call entered its queue/,
    );
    const tried = why(page).getByText(/Rule \d “Delivery” was the first that matched\./);
    await tried.click();
    await expect(why(page)).toContainText(
      /“Gold and Platinum customers” did not match: the customer tier is/,
    );
    await expect(why(page).getByRole("heading", { name: "Why this wait" }).first()).toBeVisible();
    await expect(why(page).getByRole("heading", { name: "Why the call left Delivery" })).toBeVisible();
    await expect(why(page)).toContainText(/After 1:30 of waiting, a step .* on to Orders\./);
    await why(page)
      .getByText(/The call was offered to .*, in Orders/)
      .first()
      .click();
    await expect(
      why(page)
        .getByText(/^1\. .*, in Orders, had been idle for/)
        .first(),
    ).toBeVisible();
    await expectNoAxeViolations(page);
    await why(page).getByRole("link", { name: "Version 1 of the rules" }).first().click();
    await expect(page).toHaveURL(/\/rules\/versions\/1$/);
  });

  test("is told where it was not kept why a call was routed as it was", async ({ page }) => {
    await page.goto(`/calls/${await firstCall(page, "direction=inbound&sort=start&order=ascending")}`);
    await expect(why(page)).toContainText("No decision was kept for this call.");
  });
});

test.describe("an agent", () => {
  test.use({ storageState: signedInAs("agent") });

  test("reads why they got a call of their own", async ({ page }) => {
    await page.goto(`/agent/${await firstCall(page, "direction=inbound&outcome=answered")}`);
    await expect(why(page).getByRole("heading", { name: "Why this agent" }).first()).toBeVisible();
    await expect(why(page)).toContainText(/The call was offered to/);
    await expect(why(page)).toContainText("Version 1 of the rules");
    await expect(why(page).getByRole("link")).toHaveCount(0);
    await expectNoAxeViolations(page);
  });
});
