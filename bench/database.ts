import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, connect, migrateDatabase } from "@/drizzle/database";
import { startEmbeddedPostgres } from "@/server/launch/embedded-postgres";
import { postgresBinaries } from "@/server/launch/postgres-binaries";

export interface BenchServer {
  /** Makes an empty, migrated database and returns its address. */
  createDatabase(name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** The embedded PostgreSQL as the product runs it, durable, in a folder that goes away with it. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), "hotline-bench-"));
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ folder, binaries: await postgresBinaries() });
  const template = connect(server.url, { max: 1 });
  await migrateDatabase(template.db);
  await template.close();
  const owner = connect(new URL("/postgres", server.url).href, { max: 1 });
  return {
    async createDatabase(name) {
      await owner.client.unsafe(`create database ${name} template hotline`);
      return new URL(`/${name}`, server.url).href;
    },
    async dropDatabase(name) {
      await owner.client.unsafe(`drop database ${name} with (force)`);
    },
    async stop() {
      await owner.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `work` with a connection that is closed after it. */
export async function withConnection<Value>(
  url: string,
  work: (connection: Connection) => Promise<Value>,
): Promise<Value> {
  const connection = connect(url, { max: 2 });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
