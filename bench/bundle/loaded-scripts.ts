import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext } from "@playwright/test";

export interface LoadedScripts {
  readonly files: number;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** Every script that a browser fetches until the page is at rest; the `nomodule` polyfills it never asks for. */
export async function loadedScripts(
  browser: Browser,
  url: string,
  signIn: (context: BrowserContext) => Promise<void>,
): Promise<LoadedScripts> {
  const context = await browser.newContext();
  await signIn(context);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (!answer?.ok() || page.url() !== url)
    throw new Error(`${url} led to ${page.url()}, ${answer?.status()}`);
  const scripts = await Promise.all(bodies);
  await context.close();
  return {
    files: scripts.length,
    bytes: scripts.reduce((sum, script) => sum + script.length, 0),
    gzipBytes: scripts.reduce((sum, script) => sum + gzipSync(script).length, 0),
  };
}
