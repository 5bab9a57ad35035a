import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { env, provideSettings } from "@/server/env";
import { joinDatabase } from "@/server/launch/database";
import { type Lifetime, runCommand } from "@/server/launch/lifetime";

/** `run.ts FILE ARGUMENT…` runs a command of the terminal with the product's database up. */
async function run(lifetime: Lifetime): Promise<void> {
  const settings = env();
  const database = lifetime.keep(await joinDatabase(settings));
  provideSettings({ DATABASE_URL: database.url, HOTLINE_DEMO: String(settings.HOTLINE_DEMO) });
  const [, , file = ""] = process.argv;
  process.argv.splice(1, 2, file);
  await import(pathToFileURL(resolve(file)).href);
}

await runCommand(run, { codeWhenStopped: 130 });
