import { sql } from "drizzle-orm";
import type { Database } from "@/drizzle/database";

const TABLES_AT_ONCE = 2;

/**
 * Tells the planner what the tables hold now. PostgreSQL sees to that by itself only for the partitions,
 * never for the tables they are parts of. Not inside a transaction, which would hold every table until its end.
 */
export async function refreshStatistics(db: Database): Promise<void> {
  const tables = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
    order by (select sum(pg_table_size(leaf.relid)) from pg_partition_tree(pg_class.oid) leaf) desc`);
  const waiting = tables.values();
  const refreshOnes = async () => {
    for (const { name } of waiting) await db.execute(sql`analyze ${sql.identifier(name)}`);
  };
  await Promise.all(Array.from({ length: TABLES_AT_ONCE }, refreshOnes));
}
