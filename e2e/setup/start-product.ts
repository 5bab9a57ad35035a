import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, provideSettings } from "@/server/env";
import { freePort, loopback } from "@/server/launch/free-port";
import { Lifetime } from "@/server/launch/lifetime";
import { migrate } from "@/server/launch/migrate";
import { bringUp } from "@/server/launch/product";
import { startTestPostgres } from "@/server/testing/test-postgres";

/** The product as `npm start` runs it, on a database, a data folder and a port of its own. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const lifetime = new Lifetime();
  try {
    await start(lifetime);
  } catch (error) {
    await lifetime.end();
    throw error;
  }
  return () => lifetime.end();
}

async function start(lifetime: Lifetime): Promise<void> {
  const database = lifetime.keep(await startTestPostgres());
  await migrate(database.url);
  const data = await mkdtemp(join(tmpdir(), "hotline-e2e-"));
  lifetime.keep({ stop: () => rm(data, { recursive: true, force: true }) });
  const port = await freePort();
  // The workers, which run the specs, find the product's address here too.
  provideSettings({
    HOTLINE_DATA: data,
    HOTLINE_DEMO: "true",
    NEXTAUTH_URL: `http://${loopback}:${port}`,
  });
  await bringUp(lifetime, {
    settings: env(),
    database,
    plan: { mode: "production", host: loopback, port },
  });
}
