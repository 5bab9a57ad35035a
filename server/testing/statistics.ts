import { sql } from "drizzle-orm";
import type { Database } from "@/drizzle/database";

/** The partitioned tables whose contents the planner knows, all partitions taken together. */
export async function tablesWithStatistics(db: Database): Promise<string[]> {
  const found = await db.execute<{ name: string }>(
    sql`select distinct tablename as name from pg_stats where inherited order by 1`,
  );
  return found.map(({ name }) => name);
}

/** From here on the planner guesses again. */
export async function forgetStatistics(db: Database): Promise<void> {
  await db.execute(sql`delete from pg_statistic`);
}
