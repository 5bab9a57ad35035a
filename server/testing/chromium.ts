import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** CHROME_PATH first, then what systems call it. */
const search =
  'for name in "$CHROME_PATH" chromium chromium-browser google-chrome google-chrome-stable; do ' +
  'command -v "$name" && exit; done';

/** An installed Chromium: the system's, else Playwright's own. */
export function installedChromium(): string | undefined {
  const found = spawnSync("/bin/sh", ["-c", search], { encoding: "utf8" }).stdout.trim();
  if (found !== "") return found;
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Without a sandbox, which root has not; and without calls to its maker. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
