import { defineConfig } from "@playwright/test";
import { isContinuousIntegration } from "@/server/env";
import { chromiumArguments, installedChromium } from "@/server/testing/chromium";

const executablePath = installedChromium();

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./setup/start-product.ts",
  forbidOnly: isContinuousIntegration(),
  retries: isContinuousIntegration() ? 1 : 0,
  workers: 2,
  fullyParallel: false,
  reporter: "list",
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: "chromium",
    launchOptions: { args: chromiumArguments, ...(executablePath && { executablePath }) },
    // To trace every test takes the browser a quarter more time; what fails is traced when it is tried again.
    trace: "on-first-retry",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
  },
  projects: [
    { name: "sign-in", testMatch: "setup/sign-in.setup.ts" },
    { name: "console", testMatch: "*.spec.ts", dependencies: ["sign-in"] },
  ],
});
