import { type BrowserContext, chromium } from "@playwright/test";
import { startBareApp } from "@/bench/bundle/bare-app";
import { type LoadedScripts, loadedScripts } from "@/bench/bundle/loaded-scripts";
import { say } from "@/bench/say";
import startProduct from "@/e2e/setup/start-product";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import { env } from "@/server/env";
import { chromiumArguments, installedChromium } from "@/server/testing/chromium";

const RATIO_MAX = 1.3;

function product(path: string): string {
  return new URL(path, env().NEXTAUTH_URL).href;
}

async function signInAsAgent({ request }: BrowserContext): Promise<void> {
  const agent = demoAccounts.find(({ role }) => role === "agent");
  const { csrfToken } = await (await request.get(product("/api/auth/csrf"))).json();
  const form = { csrfToken, email: agent?.email ?? "", password: demoPassword, json: "true" };
  await request.post(product("/api/auth/callback/credentials"), { form });
}

async function latestCall(context: BrowserContext): Promise<string> {
  await signInAsAgent(context);
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

const stopProduct = await startProduct();
const bare = await startBareApp();
const executablePath = installedChromium();
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath && { executablePath }),
});
try {
  const callPath = await latestCall(await browser.newContext());
  const ofBare = await loadedScripts(browser, bare.url, () => Promise.resolve());
  const ofList = await loadedScripts(browser, product("/agent"), signInAsAgent);
  const ofCall = await loadedScripts(browser, product(callPath), signInAsAgent);
  tell("bare Next.js page", ofBare);
  tell("/agent", ofList);
  tell("/agent/[callId]", ofCall);
  const ratios = [ofList, ofCall].map(({ gzipBytes }) => gzipBytes / ofBare.gzipBytes);
  const isMet = Math.max(...ratios) <= RATIO_MAX;
  process.exitCode = isMet ? 0 : 1;
  const told = ratios.map((ratio) => ratio.toFixed(2)).join(" and ");
  say(
    `${isMet ? "MET" : "MISSED"}: ${told} times the bare page's first-load JavaScript (at most ${RATIO_MAX})`,
  );
} finally {
  await browser.close();
  await bare.stop();
  await stopProduct();
}
