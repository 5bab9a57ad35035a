import { expect } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { addRule, beginDraft, expectSaved, rulesOf } from "@/e2e/rule-drafts";

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("sees a rule that never matches with a call that shows it, mends it by keyboard and undoes that", async ({
    page,
  }) => {
    await beginDraft(page, "Shadowed");
    await addRule(page, "Gold callers");
    await addRule(page, "Gold with an order");
    const finding = page.getByText("Never matches: rule 1 Gold callers takes every such call.");
    await expect(finding).toBeVisible();

    await page.getByRole("button", { name: "Try the example" }).first().click();
    const tried = page.getByRole("tabpanel", { name: "Try it" });
    await expect(tried.getByText("Rule 1 “Gold callers” was the first that matched.")).toBeVisible();

    await rulesOf(page).filter({ hasText: "Gold with an order" }).click();
    await page.getByRole("button", { name: "Add condition" }).click();
    const form = page.getByRole("form", { name: "New condition" });
    await form.getByLabel("Fact").selectOption("Open work order");
    await form.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("button", { name: /Gold with an order.*open work order/ })).toBeVisible();
    await expect(finding).toBeVisible();

    await page.getByRole("button", { name: /Gold with an order.*open work order/ }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(rulesOf(page).first()).toContainText("Gold with an order");
    await expect(finding).toBeHidden();
    await page.getByRole("tab", { name: "Try it" }).click();
    await tried.getByText("Rule 2 “Gold callers” was the first that matched.").click();
    const failed = tried.getByText(/^Rule 1 “Gold with an order” did not match: .*open work order/);
    await expect(failed).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(rulesOf(page).first()).toContainText("Gold callers");
    await expect(finding).toBeVisible();
    await page.keyboard.press("Control+Shift+z");
    await expect(finding).toBeHidden();

    await expectSaved(page);
    await page.reload();
    await expect(rulesOf(page).first()).toContainText("Gold with an order");
    await expectNoAxeViolations(page);
  });

  test("drags a rule to another place with the mouse, and undoes that", async ({ page }) => {
    await beginDraft(page, "Dragged");
    await addRule(page, "First");
    await addRule(page, "Second");
    await addRule(page, "Third");
    // What is found makes rows higher, and would move them from under the mouse.
    await expect(page.getByText(/^Never matches: rule 1 First/)).toHaveCount(2);
    const handle = await page.getByRole("button", { name: "Drag Third" }).boundingBox();
    const first = await rulesOf(page).first().boundingBox();
    if (handle === null || first === null) throw new Error("the rules are seen");
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 10, { steps: 3 });
    await page.mouse.move(x, first.y - 40, { steps: 12 });
    await page.mouse.up();
    await expect(rulesOf(page)).toContainText(["Third", "First", "Second", "Everything else"]);
    await page.keyboard.press("Control+z");
    await expect(rulesOf(page)).toContainText(["First", "Second", "Third", "Everything else"]);
    await page.keyboard.press("Control+Shift+z");
    await expectSaved(page);
    await page.reload();
    await expect(rulesOf(page)).toContainText(["Third", "First", "Second", "Everything else"]);
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
});
