import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { addRule, beginDraft, chooseGroup, expectSaved, rulesOf } from "@/e2e/rule-drafts";
import { addGroup, pasteMembers } from "@/e2e/skill-groups";

async function publishOpenDraft(page: Page, comment: string): Promise<void> {
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why these rules are published").fill(comment);
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
}

/** The number of the version that is published and opened. */
async function openVersion(page: Page): Promise<number> {
  await expect(page).toHaveURL(/\/rules\/versions\/\d+$/);
  return Number(page.url().split("/").at(-1));
}

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("publishes a draft, compares it with what was live, and publishes the old rules again", async ({
    page,
  }) => {
    await page.goto("/rules");
    await expect(page.getByRole("link", { name: "Version 1", exact: true })).toBeVisible();
    await expectNoAxeViolations(page);

    await page.getByRole("link", { name: "Evening deliveries" }).click();
    await expect(page.getByRole("heading", { name: "Evening deliveries" })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Publish…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("What changes against version 1, which is live")).toBeVisible();
    await expect(dialog.getByText("Delivery in the evening → Delivery, priority 2").first()).toBeVisible();
    await expectNoAxeViolations(page);
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(dialog.getByText("Say why, in a few words.")).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await publishOpenDraft(page, "Evening deliveries first");

    await expect(page).toHaveURL(/\/rules\/versions\/2$/);
    await expect(page.getByText("Evening deliveries first")).toBeVisible();
    await page.getByLabel("Compare with").selectOption("Version 1");
    await expect(page).toHaveURL(/\/rules\/versions\/2\?with=1$/);
    await expect(page.getByText("From version 1 to version 2")).toBeVisible();
    await expect(page.getByText(/For example .* it still enters Delivery/).first()).toBeVisible();
    await expectNoAxeViolations(page);

    await page.goto("/rules/versions/1");
    await page.getByRole("button", { name: "Publish again…" }).click();
    await page.getByLabel("Why these rules are published").fill("Back to the first rules");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page).toHaveURL(/\/rules\/versions\/3$/);
    await page.getByLabel("Compare with").selectOption("Version 1");
    await expect(page.getByText("No call is treated differently.")).toBeVisible();

    await page.goto("/rules/history");
    const rows = page.getByRole("row");
    await expect(rows.filter({ hasText: "Back to the first rules" })).toContainText("Live");
    await expect(rows.filter({ hasText: "Evening deliveries first" })).not.toContainText("Live");
    await expectNoAxeViolations(page);
  });

  test("begins a draft, discards it and takes that back; schedules a version and calls it off", async ({
    page,
  }) => {
    await page.goto("/rules");
    await page.getByRole("button", { name: "New draft" }).click();
    await page.getByLabel("Name").fill("For the holidays");
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByRole("heading", { name: "For the holidays" })).toBeVisible();
    await page.getByRole("button", { name: "Discard For the holidays" }).click();
    await expect(page.getByText("The draft For the holidays is discarded")).toBeVisible();
    await expect(page.getByRole("link", { name: "For the holidays" })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "For the holidays" }).click();

    await page.getByRole("button", { name: "Publish…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("No call is treated differently.")).toBeVisible();
    await dialog.getByLabel("Why these rules are published").fill("Holidays begin");
    await dialog.getByLabel("In force from").fill("2090-01-01T08:00");
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page).toHaveURL(/\/rules\/versions\/\d+$/);
    await page.goto("/rules");
    const scheduled = page.getByRole("row").filter({ hasText: "Holidays begin" });
    await expect(scheduled).toContainText("Jan 1, 2090, 08:00");
    await scheduled.getByRole("button", { name: "Call off" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Call off" }).click();
    await expect(page.getByText(/Version \d+ is called off/)).toBeVisible();
    await expect(scheduled).toHaveCount(0);
    await page.goto("/rules/history");
    await expect(page.getByRole("row").filter({ hasText: "Holidays begin" })).toContainText("Called off");
  });

  test("exports a version and imports it as a draft; a broken file is refused", async ({ page }) => {
    const exported = await page.request.get("/api/rules/1");
    expect(await exported.json()).toMatchObject({ format: "hotline-rule-set", formatVersion: 1 });
    await page.goto("/rules");
    await page.getByRole("button", { name: "Import file" }).click();
    const send = async (name: string, buffer: Buffer) => {
      await page
        .getByLabel("Exported file (JSON)")
        .setInputFiles({ name, mimeType: "application/json", buffer });
      await page.getByRole("button", { name: "Import", exact: true }).click();
    };
    await send("broken.json", Buffer.from("{"));
    await expect(page.getByText("This file is not a rule set that Hotline exported")).toBeVisible();
    await expectNoAxeViolations(page);
    const fact = '{"fact":"hasOpenWorkOrder","operator":"is","value":true}';
    const nested = `${'{"not":'.repeat(1000)}${fact}${"}".repeat(1000)}`;
    await send(
      "nested.json",
      Buffer.from((await exported.text()).replace('"when": null', `"when": ${nested}`)),
    );
    await expect(
      page.getByText(/at ruleSet\.queueRules\[\d\]\.when\.not\..*, it nests too deeply/),
    ).toBeVisible();
    await send("from-elsewhere.json", await exported.body());
    await expect(page.getByRole("heading", { name: "from-elsewhere" })).toBeVisible();
    await expect(page.getByRole("button", { name: "1 Gold and Platinum customers" })).toBeVisible();
  });

  test("goes the whole way: a group and rules for it, a mistake found and mended, published and taken back", async ({
    page,
  }) => {
    await addGroup(page, "Journeys");
    await pasteMembers(page, ["agent@hotline.test\t4"]);
    await page.getByRole("button", { name: "Save 1 change" }).click();
    await expect(page.getByText("Members saved")).toBeVisible();

    await beginDraft(page, "Journeys first");
    await chooseGroup(page, "Orders");
    await page.getByRole("button", { name: "Add Orders", exact: true }).click();
    await addRule(page, "Gold callers");
    await chooseGroup(page, "Journeys");
    await page.getByRole("button", { name: "Add Journeys", exact: true }).click();
    await addRule(page, "Gold with an order");
    await chooseGroup(page, "Journeys");
    const finding = page.getByText("Never matches: rule 1 Gold callers takes every such call.");
    await expect(finding).toBeVisible();
    await page.getByRole("button", { name: "Try the example" }).first().click();
    const tried = page.getByRole("tabpanel", { name: "Try it" });
    await expect(tried.getByText("Rule 1 “Gold callers” was the first that matched.")).toBeVisible();

    await page.getByRole("button", { name: "Delete Gold with an order" }).click();
    await expect(finding).toBeHidden();
    await page.getByRole("tab", { name: "Try it" }).click();
    await page.getByRole("button", { name: "Keep as example" }).click();
    await page.getByRole("tab", { name: "Examples" }).click();
    await expect(page.getByText("As expected", { exact: true })).toBeVisible();
    await expect(rulesOf(page)).toContainText(["Gold callers", "Everything else"]);
    await expectSaved(page);

    await page.getByRole("button", { name: "Publish…" }).click();
    await expect(
      page
        .getByRole("dialog")
        .getByText(/→ Journeys/)
        .first(),
    ).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await publishOpenDraft(page, "Gold callers have journeys");
    const journeys = await openVersion(page);

    await page.goto("/rules/versions/1");
    await page.getByRole("button", { name: "Publish again…" }).click();
    await page.getByLabel("Why these rules are published").fill("No journeys after all");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByText("No journeys after all")).toBeVisible();
    const takenBack = await openVersion(page);
    expect(takenBack).toBe(journeys + 1);

    await page.goto("/audit?subject=ruleSet");
    const published = page.getByRole("row", { name: /Published a rule version/ });
    for (const version of [journeys, takenBack]) {
      await expect(published.getByRole("link", { name: new RegExp(`\\b${version}$`) })).toBeVisible();
    }
    await page.goto("/audit?subject=skillGroup");
    await expect(page.getByRole("row", { name: /Added a skill group.*Journeys/ })).toBeVisible();
  });
});

test.describe("a manager", () => {
  test.use({ storageState: signedInAs("manager") });

  test("reads the rules and is offered nothing to change", async ({ page }) => {
    await page.goto("/rules");
    await page.getByRole("link", { name: "History of the rules" }).click();
    await page.getByRole("link", { name: "Version 1", exact: true }).click();
    await expect(page.getByText("Gold and Platinum customers")).toBeVisible();
    await expect(page.getByRole("button", { name: /Publish|Discard|New draft|Import|Call off/ })).toHaveCount(
      0,
    );
  });
});

test.describe("an agent", () => {
  test.use({ storageState: signedInAs("agent") });

  test("is shown none of it", async ({ page }) => {
    for (const path of ["/rules", "/rules/history", "/rules/versions/1"]) {
      await page.goto(path);
      await expect(page, path).toHaveURL(/\/agent$/);
    }
    expect((await page.request.get("/api/rules/1")).status()).toBe(403);
  });
});
