import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUser, isReachable } from "@/server/launch/database-user";
import { type RunningPostgres, startEmbeddedPostgres } from "@/server/launch/embedded-postgres";
import {
  copyPostgresBinaries,
  type PostgresBinaries,
  postgresBinaries,
} from "@/server/launch/postgres-binaries";
import type { PostgresPlan } from "@/server/launch/postgres-cluster";

/** Nothing outlives a test run, so nothing needs to reach the disk. */
const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };

/** A PostgreSQL for one run of tests, in a folder outside of the project that goes away with it. */
export async function startTestPostgres(): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "hotline-test-"));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    await chmod(folder, 0o711);
    const plan = await planIn(folder);
    const server = await startEmbeddedPostgres({ ...plan, settings: forgetful });
    return { ...server, stop: () => server.stop().then(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** The PostgreSQL in `folder`, run as the product runs it. */
export async function planIn(folder: string): Promise<PostgresPlan> {
  return { folder, binaries: await reachableBinaries(folder) };
}

/** A clone in a private folder is no reason not to test it. */
async function reachableBinaries(folder: string): Promise<PostgresBinaries> {
  const installed = await postgresBinaries();
  return isReachable(installed.initdb, databaseUser()) ? installed : await copyPostgresBinaries(folder);
}
