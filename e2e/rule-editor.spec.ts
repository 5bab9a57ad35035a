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

  test("keeps a rule in sight that is dragged down, and searches among the rules", async ({ page }) => {
    await beginDraft(page, "Dragged down");
    for (const name of ["First", "Second", "Third"]) await addRule(page, name);
    await expect(page.getByText(/^Never matches: rule 1 First/)).toHaveCount(2);
    const handle = await page.getByRole("button", { name: "Drag First" }).boundingBox();
    const third = await rulesOf(page).nth(2).boundingBox();
    if (handle === null || third === null) throw new Error("the rules are seen");
    const [x, y] = [handle.x + handle.width / 2, third.y + third.height / 2];
    await page.mouse.move(x, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 12 });
    const held = () =>
      page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.closest("button")?.ariaLabel, { x, y });
    await expect.poll(held).toBe("Drag First");
    await page.mouse.up();
    await expect(rulesOf(page)).toContainText(["Second", "Third", "First", "Everything else"]);

    const rows = page.getByRole("button", { name: /^\d (First|Second|Third)/ });
    await expect(rows).toHaveCount(3);
    await page.getByLabel("Search the rules").fill("thi");
    await expect(rows).toHaveText([/^2Third/]);
    await page.keyboard.press("Escape");
    await expect(rows).toHaveCount(3);
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

  test("opens what a link names, goes back to what was open before, and gives the draft another name", async ({
    page,
  }) => {
    await beginDraft(page, "Linked");
    await addRule(page, "Gold callers");
    const inspected = page.getByRole("tabpanel", { name: "Edit" }).getByLabel("Name", { exact: true });
    await addRule(page, "Gold again");
    await page.getByRole("tab", { name: "Examples" }).click();
    await page.getByRole("link", { name: /^Never matches/ }).click();
    await expect(inspected).toHaveValue("Gold again");
    await rulesOf(page).filter({ hasText: "Gold callers" }).click();
    await expect(inspected).toHaveValue("Gold callers");
    await page.goBack();
    await expect(inspected).toHaveValue("Gold again");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await expect(inspected).toHaveValue("Gold again");
    await rulesOf(page).filter({ hasText: "Gold callers" }).click();
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
    // A group that has agents, whatever groups other tests have made.
    await page.getByRole("button", { name: "Add Orders", exact: true }).click();
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
