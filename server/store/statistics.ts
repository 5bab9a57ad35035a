import { sql } from "drizzle-orm";
import type { Database } from "@/drizzle/database";

/**
 * Tells the planner what the tables hold now. PostgreSQL sees to that by itself only for the partitions,
 * never for the tables they are parts of. Not inside a transaction, which would hold every table until its end.
 */
export async function refreshStatistics(db: Database): Promise<void> {
  await db.execute(sql`analyze`);
}
