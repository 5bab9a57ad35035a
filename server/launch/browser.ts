import { spawnSync } from "node:child_process";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { say } from "@/server/launch/say";
import { installedChromium } from "@/server/testing/chromium";

/** Where a Chromium can come from, in the order in which they are tried. */
const sources = [
  "npx playwright install chromium",
  "apt-get update && apt-get install --yes chromium",
  "sudo --non-interactive apt-get install --yes chromium",
];

/** Makes sure that there is a Chromium to test with. Throws `CannotLaunch` when none can be had. */
export function ensureChromium(): void {
  for (const source of sources) {
    if (installedChromium() !== undefined) return;
    say(`No Chromium is installed; trying: ${source}`);
    spawnSync("/bin/sh", ["-c", source], { stdio: "inherit" });
  }
  if (installedChromium() !== undefined) return;
  throw new CannotLaunch("No Chromium could be installed. Install one, or name it in CHROME_PATH.");
}
