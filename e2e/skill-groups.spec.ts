import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import { addGroup } from "@/e2e/skill-groups";

async function archive(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive" }).click();
}

async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => history.back());
}

async function jumpToCalls(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Page, call id or phone number" }).fill("Calls");
  await page.keyboard.press("Enter");
}

test.describe("a supervisor", () => {
  test.use({ storageState: signedInAs("supervisor") });

  test("adds a group, pastes members, takes back, saves, sets hours with a holiday, and archives", async ({
    page,
  }) => {
    await addGroup(page, "Workshop parts");

    await page.getByRole("button", { name: "Paste…" }).click();
    await page.getByLabel("Rows").fill("agent@hotline.test\t4\nnobody@example.com\t2");
    await expect(page.getByText("1 row is understood, 1 is not.")).toBeVisible();
    await expect(page.getByText("No active agent has this name or e-mail address.")).toBeVisible();
    await page.getByRole("button", { name: "Take over 1 row" }).click();
    await expect(page.getByLabel("Rows")).toHaveValue("nobody@example.com\t2");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
    await expect(page.getByRole("button", { name: "Save 1 change" })).toBeVisible();

    const grid = page.getByRole("grid", { name: "Members" });
    await grid.getByRole("row").nth(1).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await expect(page.getByText("2 selected").last()).toBeVisible();
    await page.keyboard.press("3");
    await expect(page.getByRole("button", { name: /Save [23] changes/ })).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("button", { name: "Save 1 change" })).toBeVisible();
    await page.keyboard.press("Control+Shift+Z");
    await page.getByRole("button", { name: /Save [23] changes/ }).click();
    await expect(page.getByText("Members saved")).toBeVisible();
    await expect(page.getByRole("button", { name: "Save members" })).toBeDisabled();

    await page.getByLabel("Closes at times").check();
    await page.getByLabel("Time zone").fill("Asia/Shanghai");
    await page.getByLabel("Monday").fill("8-12, 13-20");
    await page.getByLabel("First day").fill("2026-10-01");
    await page.getByLabel("Last day").fill("2026-10-07");
    await page.getByLabel("Holiday or working day").fill("National Day");
    await page.getByRole("button", { name: "Add 7 days" }).click();
    await page.getByRole("button", { name: "Save hours" }).click();
    await expect(page.getByText("Hours saved")).toBeVisible();
    await page.goto(`${page.url()}?month=2026-10`);
    await expect(page.getByRole("cell", { name: /National Day/ })).toHaveCount(7);

    await archive(page);
    await expect(page.getByText("This group is archived")).toBeVisible();
    await page.getByRole("button", { name: "Bring back" }).click();
    await expect(page.getByRole("button", { name: "Archive", exact: true })).toBeVisible();
  });

  test("is asked before unsaved edits are left behind by a link", async ({ page }) => {
    await addGroup(page, "Left behind");
    const grid = page.getByRole("grid", { name: "Members" });
    await grid.getByRole("row").nth(1).focus();
    await page.keyboard.press("4");
    await page.getByRole("link", { name: "← Skill groups" }).click();
    const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("button", { name: "Save 1 change" })).toBeVisible();
    await page.getByRole("link", { name: "← Skill groups" }).click();
    await question.getByRole("button", { name: "Leave" }).click();
    await expect(page).toHaveURL(/\/skill-groups$/);
  });

  for (const { by, leave, to } of [
    { by: "the browser's Back", leave: goBack, to: /\/skill-groups$/ },
    { by: "the palette", leave: jumpToCalls, to: /\/calls$/ },
  ]) {
    test(`is asked before unsaved edits are left behind by ${by}`, async ({ page }) => {
      await addGroup(page, `Left behind by ${by}`);
      const grid = page.getByRole("grid", { name: "Members" });
      await grid.getByRole("row").nth(1).focus();
      await page.keyboard.press("4");
      const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
      const kept = page.getByRole("button", { name: "Save 1 change" });
      await expect(kept).toBeVisible();
      await leave(page);
      await question.getByRole("button", { name: "Cancel" }).click();
      await expect(question).toBeHidden();
      await expect(kept).toBeVisible();
      await leave(page);
      await question.getByRole("button", { name: "Leave" }).click();
      await expect(page).toHaveURL(to);
    });
  }

  test("changes settings, is told what cannot be, and cannot take the name of another group", async ({
    page,
  }) => {
    await addGroup(page, "Gift cards");
    await page.getByLabel("Ring timeout (s)").fill("2");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByText("Enter whole seconds from 3 to 600.")).toBeVisible();
    await page.getByLabel("Ring timeout (s)").fill("12");
    await page.getByLabel("Name", { exact: true }).fill("orders");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByText("A skill group called orders exists already")).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Vouchers");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByText("Settings saved")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Ring timeout (s)")).toHaveValue("12");
  });

  test("keeps edits when somebody else has changed the members, and saves them on top", async ({
    page,
    context,
  }) => {
    await addGroup(page, "Loyalty");
    const other = await context.newPage();
    await other.goto(page.url());
    for (const [tab, row, level] of [
      [page, 1, "4"],
      [other, 2, "5"],
    ] as const) {
      await tab.getByRole("grid", { name: "Members" }).getByRole("row").nth(row).focus();
      await tab.keyboard.press(level);
      await expect(tab.getByRole("button", { name: "Save 1 change" })).toBeVisible();
    }
    await other.getByRole("button", { name: "Save 1 change" }).click();
    await expect(other.getByText("Members saved")).toBeVisible();
    await page.getByRole("button", { name: "Save 1 change" }).click();
    await expect(page.getByText("Somebody else changed the members meanwhile")).toBeVisible();
    await page.getByRole("button", { name: "Save 1 change" }).click();
    await expect(page.getByText("Members saved")).toBeVisible();
    await expect(page.getByText("2 members")).toBeVisible();
  });

  test("is refused to archive a group that a saved view filters by, and told whose it is", async ({
    page,
  }) => {
    await addGroup(page, "Warranty");
    const skillGroupId = new URL(page.url()).pathname.split("/").at(-1);
    const saved = await page.evaluate(async (query) => {
      const body = JSON.stringify({ page: "calls", name: "Warranty calls", query, shared: true });
      const headers = { "x-hotline": "console", "content-type": "application/json" };
      return (await fetch("/api/trpc/savedViews.save", { method: "POST", headers, body })).ok;
    }, `group=${skillGroupId}`);
    expect(saved).toBe(true);
    await page.reload();
    await expect(page.getByText(/Saved view “Warranty calls” of/)).toBeVisible();
    await archive(page);
    await expect(
      page.getByText("Warranty is still used and stays: 1 saved view filters by it"),
    ).toBeVisible();
  });

  test("finds nothing that axe finds fault with", async ({ page }) => {
    for (const path of ["/skill-groups", "/skill-groups?state=archived"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoAxeViolations(page);
    }
    await page.goto("/skill-groups");
    await page.getByRole("link", { name: "Returns", exact: true }).click();
    await expect(page.getByRole("grid", { name: "Members" })).toBeVisible();
    await expectNoAxeViolations(page);
  });
});

test.describe("a manager", () => {
  test.use({ storageState: signedInAs("manager") });

  test("reads groups and is offered nothing to change", async ({ page }) => {
    await page.goto("/skill-groups");
    await expect(page.getByRole("button", { name: "Add skill group" })).toHaveCount(0);
    await page.getByRole("link", { name: "Returns", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Returns" })).toBeVisible();
    await expect(page.getByRole("button", { name: /Save|Archive|Paste/ })).toHaveCount(0);
    await expectNoAxeViolations(page);
  });
});

test.describe("an agent", () => {
  test.use({ storageState: signedInAs("agent") });

  test("is not shown skill groups", async ({ page }) => {
    await page.goto("/skill-groups");
    await expect(page).not.toHaveURL(/skill-groups$/);
    expect((await page.request.get("/api/trpc/skillGroups.list")).status()).toBe(403);
  });
});
