import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, test } from "@/e2e/console";
import { demoPassword } from "@/server/domain/people/demo-accounts";

test.use({ locale: "zh-CN" });

/** Names of provinces as they are stored, none of which a Chinese reader should meet. */
const storedProvinces = /Jiangsu|Guangdong|Zhejiang|Beijing|Shanghai|Sichuan|Shandong|Henan|Hubei/;

async function signIn(page: Page): Promise<void> {
  await page.goto("/login");
  await expect(page.getByRole("heading", { name: "登录 Hotline" })).toBeVisible();
  await page.getByLabel("邮箱").fill("supervisor@hotline.test");
  await page.getByLabel("密码").fill(demoPassword);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("heading", { name: "通话记录" })).toBeVisible();
}

test.beforeEach(({ page }) => signIn(page));

test("a Chinese reader finds places in Chinese in the list, its filters, a call and a file", async ({
  page,
}) => {
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("columnheader", { name: "归属地" })).toBeVisible();
  await expect(page.getByRole("table")).not.toContainText(storedProvinces);
  await expectNoAxeViolations(page);

  await page.getByText("筛选", { exact: true }).click();
  const provinces = page.getByRole("group", { name: "省份" });
  await provinces.getByLabel("江苏").check();
  await provinces.getByLabel("广东").check();
  await page.getByRole("button", { name: "应用" }).click();
  await expect(page).toHaveURL(/province=Jiangsu/);
  await expect(page.getByRole("list", { name: "已启用的筛选" })).toContainText(/江苏、广东|广东、江苏/);
  const first = page.getByRole("table").getByRole("row").nth(1);
  await expect(first).toContainText(/江苏 · |广东 · /);

  await page.getByRole("button", { name: "导出" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "导出" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  const lines = file.trimEnd().split("\r\n").slice(1);
  expect(lines.filter((line) => !/,(江苏|广东)( |,)/.test(line))).toEqual([]);
  await page.keyboard.press("Escape");

  await first.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/江苏 · |广东 · /);
  await expectNoAxeViolations(page);
});

test("a Chinese reader finds the dashboards in Chinese, provinces included", async ({ page }) => {
  await page.goto("/dashboards/duration?by=province&rows=all");
  await expect(page.getByRole("heading", { name: "仪表盘" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("内蒙古");
  await expect(page.getByRole("main")).not.toContainText(storedProvinces);
  await expectNoAxeViolations(page);
  await page.goto("/dashboards/overview?province=Jiangsu&province=Beijing");
  await expect(page.getByText("江苏、北京")).toBeVisible();
  await expectNoAxeViolations(page);
});

test("a Chinese reader finds the imports in Chinese", async ({ page }) => {
  for (const [path, heading] of [
    ["/imports", "导入"],
    ["/imports/new", "导入记录"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expectNoAxeViolations(page);
  }
});
