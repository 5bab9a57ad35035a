import { expect } from "@playwright/test";
import { signedInAs, test } from "@/e2e/console";
import { tabTo } from "@/e2e/keyboard";

test.use({ storageState: signedInAs("supervisor") });

test("a draft is begun, written, tried, kept an example of and reviewed by keyboard alone", async ({
  page,
}) => {
  await page.goto("/rules");
  await tabTo(page, page.getByRole("button", { name: "New draft" }));
  await page.keyboard.press("Enter");
  const beginning = page.getByRole("dialog");
  await tabTo(page, beginning.getByLabel("Name"));
  await page.keyboard.type("By keyboard");
  await tabTo(page, beginning.getByLabel("Begin with"));
  await page.keyboard.press("End");
  await tabTo(page, beginning.getByRole("button", { name: "Begin" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "By keyboard" })).toBeVisible();

  // A group that has agents, whatever groups other tests have made.
  const inspector = page.getByRole("tabpanel", { name: "Edit" });
  await tabTo(page, inspector.getByLabel("Skill group"));
  await page.keyboard.type("Orders");
  await tabTo(page, page.getByRole("button", { name: "Add Orders", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");

  await tabTo(page, page.getByRole("button", { name: "Add rule" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Edit" })).toBeFocused();
  await tabTo(page, inspector.getByLabel("Name", { exact: true }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Returning Cantonese speakers");
  await tabTo(page, inspector.getByRole("button", { name: "Change condition" }));
  await page.keyboard.press("Enter");
  const changed = page.getByRole("form", { name: "Change condition" });
  await expect(changed.getByLabel("Fact")).toBeFocused();
  await page.keyboard.type("Lang");
  await tabTo(page, changed.getByLabel("Values"));
  await page.keyboard.type("Cantonese");
  await page.keyboard.press("Enter");
  await tabTo(page, changed.getByRole("button", { name: "Done" }));
  await page.keyboard.press("Enter");
  await tabTo(page, inspector.getByRole("button", { name: "Add condition" }));
  await page.keyboard.press("Enter");
  const added = page.getByRole("form", { name: "New condition" });
  await page.keyboard.type("Open work");
  await tabTo(page, added.getByRole("button", { name: "Done" }));
  await page.keyboard.press("Enter");
  const rule = page.getByRole("button", { name: /Returning Cantonese speakers.*open work order/ });
  await expect(rule).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(rule).toBeFocused();

  await tabTo(page, page.getByRole("button", { name: "Duplicate Returning Cantonese speakers" }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  const copy = page.getByRole("button", { name: /^2 Returning Cantonese speakers \(copy\)/ });
  await tabTo(page, copy);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("button", { name: /^1 Returning Cantonese speakers \(copy\)/ })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Delete Returning Cantonese speakers (copy)" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("No errors")).toBeVisible();

  await tabTo(page, page.getByRole("tab", { name: "Edit" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const tried = page.getByRole("tabpanel", { name: "Try it" });
  await tabTo(page, tried.getByLabel("Language"));
  await page.keyboard.type("Cantonese");
  await tabTo(page, tried.getByLabel("Open work order"));
  await page.keyboard.press("Space");
  await expect(
    tried.getByText("Rule 1 “Returning Cantonese speakers” was the first that matched."),
  ).toBeVisible();
  await tabTo(page, tried.getByRole("button", { name: "Keep as example" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("tab", { name: "Try it" }), "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByText("As expected", { exact: true })).toBeVisible();

  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Publish…" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const publishing = page.getByRole("dialog");
  await tabTo(page, publishing.getByLabel("Why these rules are published"));
  await page.keyboard.type("They are known by now");
  await tabTo(page, publishing.getByRole("button", { name: "Publish", exact: true }));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Publish…" })).toBeFocused();
});
