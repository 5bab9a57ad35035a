import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Request } from "@playwright/test";

export interface LoadedScripts {
  readonly files: number;
  readonly bytes: number;
  readonly gzipBytes: number;
}

export interface PageScripts {
  /** Every script that a browser fetches until the page is at rest. */
  readonly all: LoadedScripts;
  /** Those that it asks for before the page is loaded; what a page fetches later does not delay it. */
  readonly beforeLoaded: LoadedScripts;
}

interface Visit {
  readonly url: string;
  readonly signIn?: (context: BrowserContext) => Promise<void>;
}

/** The scripts of a page, without the `nomodule` polyfills that browsers never ask for. */
export async function loadedScripts(browser: Browser, { url, signIn }: Visit): Promise<PageScripts> {
  const context = await browser.newContext();
  await signIn?.(context);
  const page = await context.newPage();
  const all: Request[] = [];
  let beforeLoaded: Request[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") all.push(request);
  });
  page.once("load", () => {
    beforeLoaded = [...all];
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (!answer?.ok() || page.url() !== url)
    throw new Error(`${url} led to ${page.url()}, ${answer?.status()}`);
  const measured = { all: await sizeOf(all), beforeLoaded: await sizeOf(beforeLoaded) };
  await context.close();
  return measured;
}

async function sizeOf(requests: readonly Request[]): Promise<LoadedScripts> {
  const scripts = await Promise.all(
    requests.map(async (request) => (await request.response())?.body() ?? Buffer.alloc(0)),
  );
  return {
    files: scripts.length,
    bytes: scripts.reduce((sum, script) => sum + script.length, 0),
    gzipBytes: scripts.reduce((sum, script) => sum + gzipSync(script).length, 0),
  };
}
