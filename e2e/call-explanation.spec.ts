import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";

const why = (page: Page) =>
  page.getByRole("region", { name: "Why this queue, why this agent, why this wait" });

async function firstCall(page: Page, query: string): Promise<string> {
  await page.goto(`/calls?${query}`);
  const link = page.getByRole("table").getByRole("cell").getByRole("link").first();
  return (await link.getAttribute("href"))?.match(/[0-9a-f-]{36}/)?.[0] ?? "";
}

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("opens a call that overflowed and reads why", async ({ page }) => {
    await page.goto("/skill-groups");
    const address = await page.getByRole("link", { name: "Delivery" }).getAttribute("href");
    const delivery = address?.match(/[0-9a-f-]{36}/)?.[0] ?? "";
    await page.goto(`/calls/${await firstCall(page, `group=${delivery}&waitMin=2:00&outcome=answered`)}`);
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
