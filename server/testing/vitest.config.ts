import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
const everywhere = ["server", "app", "drizzle", "bench"];

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "domain",
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: ["**/*.db.test.ts"],
          // A zone with minutes in its offset: whoever reads local time by accident is found out.
          env: { TZ: "Asia/Kathmandu" },
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: everywhere.map((folder) => `${folder}/**/*.db.test.ts`),
          globalSetup: "server/testing/database-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
