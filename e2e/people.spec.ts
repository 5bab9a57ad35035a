import { type Browser, expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, signedInAs, test } from "@/e2e/console";
import type { Role } from "@/server/domain/people/role";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** A browser of somebody who has not signed in. */
async function aStranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  return await context.newPage();
}

async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function addPerson(page: Page, name: string, role: Role = "manager"): Promise<Credentials> {
  const email = `${name.toLowerCase().replace(" ", ".")}@example.com`;
  await page.goto("/people");
  await page.getByRole("button", { name: "Add person" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Role", { exact: true }).last().selectOption(role);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const password = await page.getByLabel("Password", { exact: true }).textContent();
  await page.getByRole("button", { name: "Done" }).click();
  return { email, password: password ?? "" };
}

const ownPassword = "a boat behind the island";

/** What stands before everything else after the first sign-in. */
async function chooseOwnPassword(page: Page, { password }: Credentials): Promise<void> {
  await page.getByLabel("Password you were given").fill(password);
  await page.getByLabel("New password").fill(ownPassword);
  await page.getByRole("button", { name: "Set password and go on" }).click();
}

test.describe("an administrator", () => {
  test.use({ storageState: signedInAs("admin") });

  test("adds a person, who signs in, and deactivates them, who is out at their next click", async ({
    page,
    browser,
  }) => {
    const credentials = await addPerson(page, "Noor Haddad");
    const theirs = await aStranger(browser);
    await theirs.goto("/people?state=active");
    await expect(theirs).toHaveURL(/\/login\?from=/);
    await signIn(theirs, credentials);
    await chooseOwnPassword(theirs, credentials);
    await expect(theirs).toHaveURL(/\/people\?state=active$/);

    await page.getByRole("link", { name: "Noor Haddad" }).click();
    await page.getByRole("button", { name: "Deactivate" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
    await expect(page.getByText("Noor Haddad is deactivated and signed out")).toBeVisible();

    await theirs.getByRole("link", { name: "Calls", exact: true }).click();
    await expect(theirs).toHaveURL(/\/login/);
    await signIn(theirs, { ...credentials, password: ownPassword });
    await expect(theirs.getByText("E-mail or password is not right")).toBeVisible();
  });

  test("hands over a password with which a person does nothing but choose their own", async ({
    page,
    browser,
  }) => {
    const credentials = await addPerson(page, "Mei Tanaka", "agent");
    await page.getByRole("link", { name: "Mei Tanaka" }).click();
    await expect(page.getByText(/Handed over, to be changed by/)).toBeVisible();

    const theirs = await aStranger(browser);
    await theirs.goto("/login");
    await signIn(theirs, credentials);
    await expect(theirs.getByRole("heading", { name: "Choose your own password" })).toBeVisible();
    await expectNoAxeViolations(theirs);
    for (const path of ["/calls", "/people", "/agent", "/dashboards", "/profile", "/login"]) {
      await theirs.goto(path);
      await expect(theirs, path).toHaveURL(/\/new-password(\?from=|$)/);
    }
    for (const path of ["/api/calls/export", "/api/trpc/people.colleagues", "/api/imports/1/refused-rows"]) {
      expect((await theirs.request.get(path)).ok(), path).toBe(false);
    }

    await chooseOwnPassword(theirs, { ...credentials, password: ownPassword });
    await expect(theirs.getByText("The present password is not right")).toBeVisible();
    await theirs.getByRole("button", { name: "Sign out" }).click();
    await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await signIn(theirs, credentials);
    await chooseOwnPassword(theirs, credentials);
    // Nothing has happened to somebody on their first day: the empty pages.
    await expect(theirs).toHaveURL(/\/agent$/);
    await expectNoAxeViolations(theirs);
    await theirs.goto("/new-password");
    await expect(theirs).toHaveURL(/\/agent$/);
    await theirs.goto("/calls");
    await expect(theirs.getByText("There are no calls yet")).toBeVisible();
    await expectNoAxeViolations(theirs);
    await page.reload();
    await expect(page.getByText(/Handed over/)).toHaveCount(0);
  });

  test("after five wrong passwords even the right one waits, and the page says how long", async ({
    page,
    browser,
  }) => {
    const credentials = await addPerson(page, "Ivo Marin");
    const theirs = await aStranger(browser);
    await theirs.goto("/login");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await signIn(theirs, { ...credentials, password: `wrong ${attempt}` });
      await expect(theirs.getByText("E-mail or password is not right")).toBeVisible();
      await expect(theirs.getByLabel("Password")).toHaveValue("");
    }
    await signIn(theirs, credentials);
    await expect(theirs.getByText("Too many attempts. Try again in 15 minutes.")).toBeVisible();
  });

  test("finds nothing that axe finds fault with", async ({ page }) => {
    for (const path of ["/people", "/people?search=nobody-at-all", "/profile"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoAxeViolations(page);
    }
    await page.goto("/people");
    await page.getByRole("link", { name: "Maria Weber" }).click();
    await expect(page.getByRole("heading", { name: "Maria Weber" })).toBeVisible();
    await expectNoAxeViolations(page);
  });
});

test.describe("a manager", () => {
  test.use({ storageState: signedInAs("manager") });

  test("reads the list of people and is offered nothing to change", async ({ page }) => {
    await page.goto("/people");
    await expect(page.getByRole("link", { name: "Maria Weber" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Add person" })).toHaveCount(0);
  });
});
