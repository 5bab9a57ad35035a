import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { type Connection, connect, migrateDatabase } from "@/drizzle/database";
import { CannotLaunch } from "@/server/launch/cannot-launch";
import { ensurePartitions } from "@/server/store/partitions";

const patienceMs = 60_000;
const oldestVersion = 15;

/** Three months, made while nobody waits for them; what a longer run needs is made when it comes. */
const partitionsAheadMs = 92 * 86_400_000;

/** Waits for the server at `url` and brings its schema up to date. Throws `CannotLaunch`. */
export async function migrate(url: string): Promise<void> {
  const connection = connect(url, { max: 2, applicationName: "hotline migration" });
  try {
    await awaitServer(connection, new URL(url));
    await migrateAlone(connection);
    await ensurePartitions(connection.db, Date.now(), Date.now() + partitionsAheadMs);
  } finally {
    await connection.close();
  }
}

/** Of several hosts that start together one migrates, the others wait and find it done. */
async function migrateAlone({ client, db }: Connection): Promise<void> {
  await client.begin(async (lock) => {
    await lock`select pg_advisory_xact_lock(hashtext('hotline'), hashtext('migration'))`;
    await migrateDatabase(db);
  });
}

async function awaitServer({ client }: Connection, address: URL): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      const [server] = await client`select current_setting('server_version_num')::int / 10000 as version`;
      return refuseOldServer(Number(server?.["version"]), address);
    } catch (error) {
      if (!isComingUp(error) || performance.now() > deadline) throw unreachable(error, address);
      await delay(250);
    }
  }
}

function refuseOldServer(version: number, { host }: URL): void {
  if (version >= oldestVersion) return;
  throw new CannotLaunch(
    `The server ${host} of DATABASE_URL is PostgreSQL ${version}; Hotline needs ${oldestVersion} or newer.`,
  );
}

/** Not there yet, or not ready yet; a refusal (of password or database, say) will not go away by waiting. */
function isComingUp(error: unknown): boolean {
  if (error instanceof postgres.PostgresError) return error.code.startsWith("57P");
  return !(error instanceof CannotLaunch);
}

function unreachable(error: unknown, { host, pathname }: URL): CannotLaunch {
  if (error instanceof CannotLaunch) return error;
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return new CannotLaunch(
    `The PostgreSQL server ${host} of DATABASE_URL does not let Hotline into the database ${pathname.slice(1)}: ` +
      `${reason}. Check the address, the account and that the database exists.`,
  );
}
