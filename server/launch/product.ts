import { resolve } from "node:path";
import { provideSettings, type Settings } from "@/server/env";
import { finishBuild, isBuilt, startBuild } from "@/server/launch/build";
import type { Child } from "@/server/launch/child";
import { keptSecret, makeDataFolder } from "@/server/launch/data-folder";
import type { OpenDatabase } from "@/server/launch/database";
import { settleDemo } from "@/server/launch/demo";
import { startImportWorker } from "@/server/launch/import-worker";
import type { Lifetime } from "@/server/launch/lifetime";
import { say } from "@/server/launch/say";
import { settleRollups } from "@/server/launch/settle-rollups";
import { startWeb, untilAnswering, type WebPlan } from "@/server/launch/web";

export interface ProductPlan {
  readonly settings: Settings;
  readonly database: OpenDatabase;
  readonly plan: WebPlan;
}

/** Starts the product's processes on a database that is up; answers when people can sign in. */
export async function bringUp(lifetime: Lifetime, product: ProductPlan): Promise<Child[]> {
  const { settings, database, plan } = product;
  await settle(settings, database.url);
  await settleDemo(database.url, settings.HOTLINE_DEMO);
  await settleRollups(database.url);
  if (plan.mode === "production") await build(lifetime);
  const web = lifetime.keep(startWeb(plan));
  await untilAnswering(web, plan);
  const imports = lifetime.keep(startImportWorker());
  return [web, imports];
}

/** What the processes read from their environment. */
async function settle(settings: Settings, databaseUrl: string): Promise<void> {
  const data = resolve(settings.HOTLINE_DATA);
  await makeDataFolder(data);
  provideSettings({
    DATABASE_URL: databaseUrl,
    HOTLINE_DATA: data,
    HOTLINE_DEMO: String(settings.HOTLINE_DEMO),
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? (await keptSecret(`${data}/nextauth-secret`)),
    NEXTAUTH_URL: settings.NEXTAUTH_URL ?? `http://localhost:${settings.PORT}`,
  });
}

async function build(lifetime: Lifetime): Promise<void> {
  if (isBuilt()) return;
  say("Building the console; this takes a minute, once …");
  await finishBuild(lifetime.keep(startBuild()));
}
