import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect, type Locator, type Page, test } from "@playwright/test";
import { connect } from "@/drizzle/database";
import { expectNoAxeViolations } from "@/e2e/console";
import { npmStart } from "@/e2e/npm-start";
import { openDemoAccounts } from "@/server/commands/people/open-demo-accounts";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import { singleSignOnId } from "@/server/domain/people/single-sign-on-id";
import { system } from "@/server/domain/people/viewer";
import { freePort } from "@/server/launch/free-port";
import { Lifetime } from "@/server/launch/lifetime";
import { migrate } from "@/server/launch/migrate";
import { createUser } from "@/server/testing/factories";
import { startIdentityProvider } from "@/server/testing/identity-provider";
import { startTestPostgres } from "@/server/testing/test-postgres";
import { Wire } from "@/server/testing/wire";

// The product as an organisation runs it: on a database server of its own, with single sign-on.

test.describe.configure({ mode: "serial" });

const lifetime = new Lifetime();
const supervisor = "supervisor@organisation.example";
const stranger = "stranger@organisation.example";

let wire: Wire;
let address = "";
let logged = "";

test.beforeAll(async () => {
  const postgres = lifetime.keep(await startTestPostgres());
  wire = await Wire.to(postgres.url);
  lifetime.keep({ stop: () => wire.close() });
  await migrate(postgres.url);
  await fill(postgres.url);
  const [port, providerPort] = [await freePort(), await freePort()];
  address = `http://127.0.0.1:${port}`;
  const client = { id: "hotline", secret: "known to the two of them" };
  const provider = await startIdentityProvider({
    port: providerPort,
    client: { ...client, redirectAddress: `${address}/api/auth/callback/${singleSignOnId}` },
    verified: [supervisor, stranger],
  });
  lifetime.keep(provider);
  await start({
    PORT: String(port),
    DATABASE_URL: wire.url.href,
    NEXTAUTH_URL: address,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: "the organisation",
  });
});

test.afterAll(() => lifetime.end());

/** As left behind by somebody who tried the demo on this database first. */
async function fill(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  await openDemoAccounts({ db, actor: system, now: Date.now }, {});
  await createUser(db, { email: supervisor, role: "supervisor", name: "Wang Lei" });
  await close();
}

async function start(settings: Record<string, string>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), "hotline-e2e-"));
  lifetime.keep({ stop: () => rm(data, { recursive: true, force: true }) });
  const product = npmStart({ ...settings, HOTLINE_DATA: data });
  const ended = once(product, "exit");
  lifetime.keep({
    async stop() {
      product.kill("SIGTERM");
      await ended;
    },
  });
  product.stderr?.on("data", (chunk) => {
    logged += String(chunk);
  });
  await expect
    .poll(
      () =>
        fetch(`${address}/api/health`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${address}/login?from=/calls`);
  await page.getByRole("button", { name: "Continue with the organisation" }).click();
  await page.getByPlaceholder("Enter any login").fill(email);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function health(request: APIRequestContext): Promise<number> {
  return (await request.get(`${address}/api/health`)).status();
}

async function quotedId(told: Locator, quote: RegExp): Promise<string> {
  const [, errorId = ""] = quote.exec((await told.textContent()) ?? "") ?? [];
  return errorId;
}

/** The line of the log under the id that somebody was told. */
function lineWith(errorId: string): unknown {
  const line = logged.split("\n").find((one) => one.includes(`"errorId":"${errorId}"`));
  return line === undefined ? undefined : JSON.parse(line);
}

test("demo accounts cannot sign in where this is no demo, and nothing speaks of one", async ({ page }) => {
  await page.goto(`${address}/login`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Demo accounts")).toBeHidden();
  for (const { email } of demoAccounts) {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(demoPassword);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert").first()).toContainText("E-mail or password is not right");
  }
});

test("a person of the organisation signs in with its account and lands where they were going", async ({
  page,
}) => {
  await signIn(page, supervisor);
  await expect(page).toHaveURL(`${address}/calls`);
  await expect(page.getByRole("heading", { name: "Calls", exact: true })).toBeVisible();
  await expect(page.getByText("demo", { exact: false })).toHaveCount(0);
});

test("whoever the organisation vouches for but nobody has added is told so, and stays out", async ({
  page,
}) => {
  await signIn(page, stranger);
  await expect(page.getByRole("alert").first()).toContainText("nobody with your e-mail address may sign in");
  await page.goto(`${address}/calls`);
  await expect(page).toHaveURL(/\/login/);
});

test.describe("while the database is away", () => {
  test.afterEach(() => wire.mend());

  test("health says so, and that it is back when it is", async ({ request }) => {
    wire.cut();
    expect(await health(request)).toBe(503);
    wire.mend();
    await expect.poll(() => health(request)).toBe(200);
  });

  for (const { locale, title, quote, retry } of [
    { locale: "en-GB", title: "This page could not be shown", quote: /quote (\S+)\./, retry: "Try again" },
    { locale: "zh-CN", title: "无法显示此页面", quote: /请提供编号 (\S+)。/, retry: "重试" },
  ]) {
    test(`every page says so in ${locale}, and is itself again when the database is back`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ locale: "en-GB" });
      const page = await context.newPage();
      await signIn(page, supervisor);
      await expect(page).toHaveURL(`${address}/calls`);
      await page.context().clearCookies({ name: "hotline-locale" });
      await page.addInitScript((language) => {
        Object.defineProperty(navigator, "languages", { get: () => [language] });
      }, locale);
      for (const path of ["/", "/calls", "/agent", "/login"]) {
        wire.cut();
        await page.goto(`${address}${path}`);
        await expect(page.getByRole("heading", { name: title })).toBeVisible();
        await expect(page).toHaveTitle(title);
        expect(lineWith(await quotedId(page.getByRole("alert"), quote))).toMatchObject({
          level: 50,
          method: "GET",
          err: { code: "ECONNRESET" },
        });
      }
      await expectNoAxeViolations(page);
      wire.mend();
      await page.getByRole("button", { name: retry }).click();
      await expect(page.getByRole("heading", { name: title })).toBeHidden();
      await context.close();
    });
  }

  test("a request of a page is answered with the id under which its failure stands in the log", async ({
    page,
  }) => {
    await signIn(page, supervisor);
    await expect(page).toHaveURL(`${address}/calls`);
    wire.cut();
    const answer = await page.request.get(`${address}/api/trpc/profile.mine`);
    expect(answer.status()).toBe(500);
    const { error } = await answer.json();
    expect(error.message).toBe("internal_error");
    expect(lineWith(error.data.errorId)).toMatchObject({ level: 50, path: "profile.mine" });
  });

  test("signing in says what to quote, and the address betrays nothing", async ({ page }) => {
    await page.goto(`${address}/login`);
    wire.cut();
    await page.getByLabel("E-mail").fill(supervisor);
    await page.getByLabel("Password").fill("a password that somebody typed");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const alert = page.getByRole("alert").first();
    await expect(alert).toContainText("Something unexpected happened");
    expect(lineWith(await quotedId(alert, /quote (\S+)\./))).toMatchObject({ level: 50 });
    expect(logged).not.toContain("a password that somebody typed");
  });
});
