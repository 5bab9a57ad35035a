import { type Browser, expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { addRule, beginDraft, expectSaved, rename, rulesOf } from "@/e2e/rule-drafts";

interface Together {
  readonly one: Page;
  /** Knows nothing of what `one` does until they are back online. */
  readonly other: Page;
  readonly close: () => Promise<void>;
}

/** Two people with one draft of three rules before them, and whatever else the first has put into it. */
async function openTogether(
  browser: Browser,
  name: string,
  add: (page: Page) => Promise<void> = async () => {},
): Promise<Together> {
  const [one, other] = await Promise.all(
    (["supervisor", "admin"] as const).map(async (role) => {
      const context = await browser.newContext({ storageState: signedInAs(role) });
      return await context.newPage();
    }),
  );
  if (one === undefined || other === undefined) throw new Error("there are two of them");
  await beginDraft(one, name);
  for (const rule of ["First", "Second", "Third"]) await addRule(one, rule);
  await add(one);
  await expectSaved(one);
  await other.goto(one.url());
  await expect(rulesOf(other)).toHaveCount(4);
  await expect(other.getByRole("status").filter({ hasText: /error/ })).toBeVisible();
  await other.context().setOffline(true);
  return {
    one,
    other,
    async close() {
      await Promise.all([one, other].map((page) => page.context().close()));
    },
  };
}

async function selectRule(page: Page, name: string): Promise<void> {
  await rulesOf(page).filter({ hasText: name }).click();
}

async function move(page: Page, name: string, key: "Alt+ArrowUp" | "Alt+ArrowDown"): Promise<void> {
  await rulesOf(page).filter({ hasText: name }).focus();
  await page.keyboard.press(key);
}

async function keepExample(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Try it" }).click();
  await page.getByRole("button", { name: "Keep as example" }).click();
}

function exampleName(page: Page) {
  return page.getByRole("tabpanel", { name: "Examples" }).getByLabel("Example", { exact: true });
}

async function renameExample(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name: "Examples" }).click();
  await exampleName(page).fill(name);
}

test.describe("two people in one draft", () => {
  test("change different rules: both changes are kept, and each sees the other's", async ({ browser }) => {
    const { one, other, close } = await openTogether(browser, "Different rules");
    await selectRule(one, "First");
    await rename(one, "By telephone");
    await expectSaved(one);
    await selectRule(other, "Second");
    await rename(other, "By night");
    await other.context().setOffline(false);
    await expectSaved(other);
    for (const page of [other, one]) {
      await expect(rulesOf(page)).toContainText(["By telephone", "By night", "Third", "Everything else"]);
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    await close();
  });

  test("change the same rule: both versions are offered, and nothing is saved over before one is chosen", async ({
    browser,
  }) => {
    const { one, other, close } = await openTogether(browser, "The same rule");
    await selectRule(one, "First");
    await rename(one, "By telephone");
    await expectSaved(one);
    await selectRule(other, "First");
    await rename(other, "By night");
    await selectRule(other, "Second");
    await rename(other, "Besides");
    await other.context().setOffline(false);
    const dialog = other.getByRole("dialog", { name: "By night was changed by two people" });
    await expect(dialog.getByRole("region", { name: "Yours" })).toContainText("By night");
    await expect(dialog.getByRole("region", { name: "Theirs" })).toContainText("By telephone");
    await expectNoAxeViolations(other);
    await one.reload();
    await expect(rulesOf(one).first()).toContainText("By telephone");
    await dialog.getByRole("button", { name: "Take theirs" }).click();
    await expectSaved(other);
    for (const page of [other, one])
      await expect(rulesOf(page)).toContainText(["By telephone", "Besides", "Third", "Everything else"]);
    await close();
  });

  test("change the same example: both versions are offered", async ({ browser }) => {
    const { one, other, close } = await openTogether(browser, "The same example", keepExample);
    await renameExample(one, "By telephone");
    await expectSaved(one);
    await renameExample(other, "By night");
    await other.context().setOffline(false);
    const dialog = other.getByRole("dialog", { name: "The example “By night” was changed by two people" });
    await expect(dialog.getByRole("region", { name: "Yours" })).toContainText("By night");
    await expect(dialog.getByRole("region", { name: "Theirs" })).toContainText("By telephone");
    await expect(other.getByText("Waits for your choice")).toBeVisible();
    await expectNoAxeViolations(other);
    await dialog.getByRole("button", { name: "Take theirs" }).click();
    await expectSaved(other);
    for (const page of [other, one]) await expect(exampleName(page)).toHaveValue("By telephone");
    await close();
  });

  test("put the rules into different orders: the reader chooses one", async ({ browser }) => {
    const { one, other, close } = await openTogether(browser, "Different orders");
    await move(one, "First", "Alt+ArrowDown");
    await expectSaved(one);
    await move(other, "Third", "Alt+ArrowUp");
    await other.context().setOffline(false);
    const dialog = other.getByRole("dialog", { name: "Two people put the rules into different orders" });
    await expect(dialog.getByRole("region", { name: "Yours" }).getByRole("listitem")).toHaveText([
      "1First",
      "2Third",
      "3Second",
    ]);
    await expect(dialog.getByRole("region", { name: "Theirs" }).getByRole("listitem")).toHaveText([
      "1Second",
      "2First",
      "3Third",
    ]);
    await dialog.getByRole("button", { name: "Keep mine" }).click();
    await expectSaved(other);
    for (const page of [other, one])
      await expect(rulesOf(page)).toContainText(["First", "Third", "Second", "Everything else"]);
    await close();
  });
});

test.describe("a manager", () => {
  test.use({ storageState: signedInAs("manager") });

  test("reads a draft, may try a call, and is given nothing that changes a rule", async ({
    page,
    browser,
  }) => {
    const { one, close } = await openTogether(browser, "For reading");
    await page.goto(new URL(one.url()).pathname);
    await close();
    await expect(rulesOf(page)).toContainText(["First", "Second", "Third", "Everything else"]);
    await rulesOf(page).first().focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(rulesOf(page)).toContainText(["First", "Second", "Third", "Everything else"]);
    const changing = /^(Undo|Redo|Drag|Disable|Duplicate|Delete|Discard|Add|Change|Remove|Publish|Keep as)/;
    const panel = page.getByRole("tabpanel", { name: "Edit" });
    const editable = panel.locator(":is(input, select, textarea):not(:disabled):not([readonly])");
    await expect(panel.getByLabel("Name", { exact: true })).toHaveValue("First");
    await expect(editable).toHaveCount(0);
    await expect(page.getByRole("button", { name: changing })).toHaveCount(0);
    await page.getByRole("tab", { name: "Try it" }).click();
    await expect(page.getByRole("tabpanel", { name: "Try it" }).getByRole("status")).toBeVisible();
    await expect(page.getByRole("button", { name: changing })).toHaveCount(0);
    await expectNoAxeViolations(page);
  });
});
