import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";

async function beginDraft(page: Page, name: string): Promise<void> {
  await page.goto("/rules");
  await page.getByRole("button", { name: "New draft" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Begin with").selectOption("nothing");
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect(page).toHaveURL(/\/rules\/drafts\//);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole("tabpanel", { name: "Edit" }).getByLabel("Name", { exact: true }).fill(name);
}

function ruleNames(page: Page) {
  return page
    .getByRole("list")
    .filter({ has: page.locator("[id^=rule-]") })
    .locator("[id^=rule-]");
}

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("sees a rule that never matches with a call that shows it, mends it by keyboard and undoes that", async ({
    page,
  }) => {
    await beginDraft(page, "Shadowed");
    await page.getByRole("button", { name: "Add rule" }).click();
    await rename(page, "Gold callers");
    await page.getByRole("button", { name: "Add rule" }).click();
    await rename(page, "Gold with an order");
    const finding = page.getByText("Never matches: rule 1 Gold callers takes every such call.");
    await expect(finding).toBeVisible();

    await page.getByRole("button", { name: "Try the example" }).first().click();
    const tried = page.getByRole("tabpanel", { name: "Try it" });
    await expect(tried.getByText("Rule 1 “Gold callers” was the first that matched.")).toBeVisible();

    await ruleNames(page).filter({ hasText: "Gold with an order" }).click();
    await page.getByRole("button", { name: "Add condition" }).click();
    const form = page.getByRole("form", { name: "New condition" });
    await form.getByLabel("Fact").selectOption("Open work order");
    await form.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("button", { name: /Gold with an order.*open work order/ })).toBeVisible();
    await expect(finding).toBeVisible();

    await page.getByRole("button", { name: /Gold with an order.*open work order/ }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(ruleNames(page).first()).toContainText("Gold with an order");
    await expect(finding).toBeHidden();
    await page.getByRole("tab", { name: "Try it" }).click();
    await tried.getByText("Rule 2 “Gold callers” was the first that matched.").click();
    const failed = tried.getByText(/^Rule 1 “Gold with an order” did not match: .*open work order/);
    await expect(failed).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(ruleNames(page).first()).toContainText("Gold callers");
    await expect(finding).toBeVisible();
    await page.keyboard.press("Control+Shift+z");
    await expect(finding).toBeHidden();

    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await expect(ruleNames(page).first()).toContainText("Gold with an order");
    await expectNoAxeViolations(page);
  });

  test("keeps a tried call as an example, which goes red and green with the rules", async ({ page }) => {
    await beginDraft(page, "Examples");
    await page.getByRole("tab", { name: "Try it" }).click();
    await page.getByRole("button", { name: "Keep as example" }).click();
    await page.getByRole("tab", { name: "Examples" }).click();
    await expect(page.getByText("As expected", { exact: true })).toBeVisible();
    await page.getByRole("tab", { name: "Edit" }).click();
    await page.getByRole("tabpanel", { name: "Edit" }).getByLabel("Priority").fill("7");
    await expect(page.getByText("1 example red")).toBeVisible();
    await page.getByRole("tab", { name: "Examples" }).click();
    await expect(page.getByText("Not as expected", { exact: true })).toBeVisible();
    await page.getByRole("tabpanel", { name: "Examples" }).getByLabel("Priority").fill("7");
    await expect(page.getByText("As expected", { exact: true })).toBeVisible();
    await expectNoAxeViolations(page);
  });

  test("opens what a link names, goes back to what was open before, and gives the draft another name", async ({
    page,
  }) => {
    await beginDraft(page, "Linked");
    await page.getByRole("button", { name: "Add rule" }).click();
    await rename(page, "Gold callers");
    const inspected = page.getByRole("tabpanel", { name: "Edit" }).getByLabel("Name", { exact: true });
    await page.getByRole("button", { name: "Add rule" }).click();
    await rename(page, "Gold again");
    await page.getByRole("tab", { name: "Examples" }).click();
    await page.getByRole("link", { name: /^Never matches/ }).click();
    await expect(inspected).toHaveValue("Gold again");
    await ruleNames(page).filter({ hasText: "Gold callers" }).click();
    await expect(inspected).toHaveValue("Gold callers");
    await page.goBack();
    await expect(inspected).toHaveValue("Gold again");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await expect(inspected).toHaveValue("Gold again");
    await ruleNames(page).filter({ hasText: "Gold callers" }).click();
    await page.getByRole("button", { name: "Publish…" }).click();
    await page
      .getByRole("link", { name: "Gold again: it never matches: earlier rules take every such call" })
      .click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(inspected).toHaveValue("Gold again");

    await page.getByRole("button", { name: "Rename draft" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Give the draft a name.")).toBeVisible();
    await page.getByRole("dialog").getByLabel("Name").fill("Linked anew");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Linked anew", level: 1 })).toBeVisible();
  });

  test("puts agents into another order by keyboard and takes that back", async ({ page }) => {
    await beginDraft(page, "In order");
    await page
      .getByRole("region", { name: "Allocation rules, how each group finds an agent" })
      .getByRole("listitem")
      .first()
      .getByRole("button")
      .click();
    await page.getByLabel("Order of agents").selectOption("In a fixed order");
    const places = page.getByRole("list", { name: "Agents in their order" }).getByRole("listitem");
    const [first, second] = (await places.allTextContents()).map((text) => text.slice(1));
    await places.first().getByRole("button", { name: /^Move/ }).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(places.first()).toHaveText(`1${second}`);
    await expect(places.nth(1)).toHaveText(`2${first}`);
    await expect(places.nth(1).getByRole("button", { name: /^Move/ })).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(places.first()).toHaveText(`1${first}`);
    await places.first().getByRole("button", { name: /^Take/ }).click();
    await page.getByLabel("1 agent comes after these").selectOption(first ?? "");
    await expect(places.last()).toContainText(first ?? "");
    await expectNoAxeViolations(page);
  });
});
