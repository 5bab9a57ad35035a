import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Database } from "@/drizzle/database";
import * as schema from "@/drizzle/schema/index";

interface Sent {
  readonly query: string;
  readonly params: unknown[];
}

/** The same database, noting each statement that is sent to it. */
export function recordingDatabase(client: Sql): { db: Database; sent: Sent[] } {
  const sent: Sent[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void sent.push({ query, params }) };
  return { db: drizzle(client, { schema, casing: "snake_case", logger }), sent };
}

const bigTables = /Seq Scan on "?((?:call|leg|queue_visit)_\d{4}_\d{2}|note)\b/;

/** The big table that the statement would read from end to end, if there is one. */
export async function scannedTable(client: Sql, { query, params }: Sent): Promise<string | undefined> {
  const plan = await client.unsafe<{ "QUERY PLAN": string }[]>(`explain ${query}`, params.map(asParameter));
  return plan.map((line) => bigTables.exec(line["QUERY PLAN"])?.[1]).find(Boolean);
}

function asParameter(value: unknown): string | string[] {
  return Array.isArray(value) ? value.map(String) : String(value);
}
