import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { openPromptSocket } from "@/drizzle/prompt-socket";
import * as schema from "@/drizzle/schema/index";

export type Database = PostgresJsDatabase<typeof schema>;
/** Inside `database.transaction(…)`. Everything a store function needs is in both. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Queryable = Database | Transaction;

export interface Connection {
  readonly db: Database;
  /** The driver itself, for what drizzle has no words for: COPY and cursors. */
  readonly client: postgres.Sql;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly max?: number;
  readonly applicationName?: string;
}

// The driver reads this setting though its types do not name it.
const transport = { socket: openPromptSocket };

/** Opens a pool on a PostgreSQL server; connections are made when first needed. */
export function connect(url: string, options: ConnectionOptions = {}): Connection {
  const client = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 5,
    // Seconds before a lost server is tried again: it is back in use a moment after it is back.
    backoff: (retries) => Math.min(0.01 * 3 ** retries, 1),
    onnotice: () => undefined,
    ...transport,
    connection: {
      application_name: options.applicationName ?? "hotline",
      TimeZone: "UTC",
    },
  });
  const db = drizzle(client, { schema, casing: "snake_case" });
  return { db, client, close: () => client.end({ timeout: 5 }) };
}

/** Brings the schema up to date; migrations that have run are left alone. */
export async function migrateDatabase(db: Database): Promise<void> {
  await migrate(db, { migrationsFolder: "drizzle/migrations" });
}
