import { resolve } from "node:path";
import type { Settings } from "@/server/env";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "@/server/launch/embedded-postgres";
import { migrate } from "@/server/launch/migrate";
import { postgresBinaries } from "@/server/launch/postgres-binaries";
import type { PostgresPlan } from "@/server/launch/postgres-cluster";

/** The product's database, up and up to date. */
export interface OpenDatabase {
  readonly url: string;
  /** Settles when a server that was started here has ended; never for one that runs elsewhere. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The server that the settings name, else the embedded one, started here. Throws `CannotLaunch`. */
export async function startDatabase(settings: Settings): Promise<OpenDatabase> {
  const database = settings.DATABASE_URL
    ? elsewhere(settings.DATABASE_URL)
    : await startEmbeddedPostgres(await embeddedPlan(settings));
  try {
    await migrate(database.url);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

/** As `startDatabase`, but shares the embedded server of a launch that is already running. */
export async function joinDatabase(settings: Settings): Promise<OpenDatabase> {
  const running = settings.DATABASE_URL ?? (await findEmbeddedPostgres(await embeddedPlan(settings)));
  return await startDatabase({ ...settings, DATABASE_URL: running });
}

async function embeddedPlan(settings: Settings): Promise<PostgresPlan> {
  return { folder: resolve(settings.HOTLINE_DATA), binaries: await postgresBinaries() };
}

function elsewhere(url: string): OpenDatabase {
  return { url, ended: new Promise(() => undefined), stop: () => Promise.resolve() };
}
