import { sql } from "drizzle-orm";
import type { Queryable } from "@/drizzle/database";
import { callIdBounds } from "@/server/domain/calls/call-id";
import type { Instant } from "@/server/domain/instant";

/** Every table keyed by call id first, split by the UTC month of the call's start. */
const partitionedTables = [
  "call",
  "call_event",
  "queue_visit",
  "leg",
  "key_press",
  "routing_decision",
] as const;

interface Month {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

function monthsBetween(from: Instant, to: Instant): Month[] {
  const months: Month[] = [];
  const first = new Date(from);
  let start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth());
  while (start <= to) {
    const date = new Date(start);
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    const name = `${date.getUTCFullYear()}_${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
    const { from: firstId, until } = callIdBounds(start, next);
    months.push({ name, from: firstId, to: until });
    start = next;
  }
  return months;
}

/**
 * Makes the month partitions for calls that start between `from` and `to`.
 * A table is filled in first and attached after, because ATTACH lets readers and writers of the
 * other months go on, which CREATE … PARTITION OF does not.
 */
export async function ensurePartitions(db: Queryable, from: Instant, to: Instant): Promise<void> {
  const wanted = monthsBetween(from, to);
  const present = await db.execute<{ name: string }>(
    sql`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
        join pg_class p on p.oid = i.inhparent where p.relname in ${[...partitionedTables]}`,
  );
  const names = new Set(present.map((row) => row.name));
  for (const month of wanted) {
    for (const table of partitionedTables) {
      const partition = `${table}_${month.name}`;
      if (!names.has(partition)) await attachPartition(db, { table, partition, month });
    }
  }
}

interface NewPartition {
  readonly table: (typeof partitionedTables)[number];
  readonly partition: string;
  readonly month: Month;
}

async function attachPartition(db: Queryable, { table, partition, month }: NewPartition): Promise<void> {
  await db.transaction(async (tx) => {
    // Two writers may want the same month at once: the second waits here and finds it made.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('partition'), hashtext(${table}))`);
    const [made] = await tx.execute(sql`select 1 from pg_class where relname = ${partition}`);
    if (made) return;
    const [name, parent] = [sql.identifier(partition), sql.identifier(table)];
    await tx.execute(sql`create table ${name} (like ${parent} including all)`);
    await tx.execute(
      sql`alter table ${parent} attach partition ${name} for values from (${sql.raw(`'${month.from}'`)}) to (${sql.raw(`'${month.to}'`)})`,
    );
  });
}
