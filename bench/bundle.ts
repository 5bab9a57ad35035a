import { type BrowserContext, chromium } from "@playwright/test";
import { dashboardPages } from "@/app/(console)/dashboards/dashboard-pages";
import { startBareApp } from "@/bench/bundle/bare-app";
import { type LoadedScripts, loadedScripts, type PageScripts } from "@/bench/bundle/loaded-scripts";
import { say } from "@/bench/say";
import startProduct from "@/e2e/setup/start-product";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import type { Role } from "@/server/domain/people/role";
import { env } from "@/server/env";
import { chromiumArguments, installedChromium } from "@/server/testing/chromium";

const RATIO_MAX = 1.3;
/** What a dashboard may load before its charts. */
const DASHBOARD_GZIP_MAX = 165_000;

function product(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).href;
}

function signInAs(role: Role) {
  return async ({ request }: BrowserContext): Promise<void> => {
    const person = demoAccounts.find((account) => account.role === role);
    const { csrfToken } = await (await request.get(product("/api/auth/csrf"))).json();
    const form = { csrfToken, email: person?.email ?? "", password: demoPassword, json: "true" };
    await request.post(product("/api/auth/callback/credentials"), { form });
  };
}

const asAgent = signInAs("agent");

async function latestCall(context: BrowserContext): Promise<string> {
  await asAgent(context);
  const page = await (await context.request.get(product("/agent"))).text();
  const path = /href="(\/agent\/[0-9a-f-]{36})"/.exec(page)?.[1];
  if (path === undefined) throw new Error("the demo agent has no calls");
  return path;
}

function tell(name: string, { files, bytes, gzipBytes }: LoadedScripts): void {
  const kilobytes = (count: number) => `${(count / 1000).toFixed(1)} kB`.padStart(10);
  say(
    `${name.padEnd(22)}${String(files).padStart(3)} scripts${kilobytes(bytes)}${kilobytes(gzipBytes)} gzip`,
  );
}

function judge(isMet: boolean, what: string): void {
  if (!isMet) process.exitCode = 1;
  say(`${isMet ? "MET" : "MISSED"}: ${what}`);
}

const stopProduct = await startProduct();
const bare = await startBareApp();
const executablePath = installedChromium();
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath && { executablePath }),
});
try {
  const callPath = await latestCall(await browser.newContext());
  const ofBare = (await loadedScripts(browser, { url: bare.url })).all;
  const visit = (path: string, signIn: typeof asAgent) =>
    loadedScripts(browser, { url: product(path), signIn });
  const ofList = (await visit("/agent", asAgent)).all;
  const ofCall = (await visit(callPath, asAgent)).all;
  const ofFigures = (await visit("/agent/figures", asAgent)).all;
  const ofDashboards: PageScripts[] = [];
  for (const name of dashboardPages)
    ofDashboards.push(await visit(`/dashboards/${name}`, signInAs("manager")));
  tell("bare Next.js page", ofBare);
  tell("/agent", ofList);
  tell("/agent/[callId]", ofCall);
  tell("/agent/figures", ofFigures);
  for (const [index, { beforeLoaded, all }] of ofDashboards.entries()) {
    tell(`/dashboards/${dashboardPages[index]}`, beforeLoaded);
    tell("  with its charts", all);
  }
  const ratios = [ofList, ofCall, ofFigures].map(({ gzipBytes }) => gzipBytes / ofBare.gzipBytes);
  const told = ratios.map((ratio) => ratio.toFixed(2)).join(", ");
  judge(
    Math.max(...ratios) <= RATIO_MAX,
    `${told} times the bare page's first-load JavaScript in the agent's view (at most ${RATIO_MAX})`,
  );
  const before = Math.max(...ofDashboards.map(({ beforeLoaded }) => beforeLoaded.gzipBytes));
  const haveCharts = ofDashboards.every(({ all, beforeLoaded }) => all.gzipBytes > beforeLoaded.gzipBytes);
  judge(
    before <= DASHBOARD_GZIP_MAX && haveCharts,
    `${(before / 1000).toFixed(1)} kB gzip on the largest dashboard before its charts load (at most ${DASHBOARD_GZIP_MAX / 1000})`,
  );
} finally {
  await browser.close();
  await bare.stop();
  await stopProduct();
}
