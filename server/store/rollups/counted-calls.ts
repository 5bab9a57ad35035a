import { sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/drizzle/database";
import type { Instant } from "@/server/domain/instant";
import { integerArray } from "@/server/store/arrays";

// Cells count the calls up to an id. Whoever changes a call up to there changes the cells in the same
// transaction; calls beyond will be counted when their turn comes. The two do not meet: writers hold the
// gate in common, counting calls in takes it alone, each until its transaction ends.

/** Every call is counted, and every call to come will be. */
export const ALL_CALLS = "ffffffff-ffff-ffff-ffff-ffffffffffff";
export const NO_CALLS = "00000000-0000-0000-0000-000000000000";

const GATE = sql`hashtext('rollups'), 0`;

/** Keeps others from counting calls in until the transaction ends, and says how far they are counted. */
export async function enterGate(tx: Transaction): Promise<string | null> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${GATE})`);
  return await countedThrough(tx);
}

/** Keeps everybody from changing calls until the transaction ends. */
export async function closeGate(tx: Transaction): Promise<string | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${GATE})`);
  return await countedThrough(tx);
}

/** Whether all calls are in the cells, as a value in a statement. */
export const isComplete = sql`coalesce((select counted_through = ${ALL_CALLS} from rollup_progress), false)`;

/** The calls up to this id are in the cells; null when the cells are not to be relied on. */
export async function countedThrough(db: Queryable): Promise<string | null> {
  const [progress] = await db.execute<{ through: string | null }>(
    sql`select counted_through as through from rollup_progress`,
  );
  return progress?.through ?? null;
}

export async function setCountedThrough(tx: Transaction, through: string | null): Promise<void> {
  await tx.execute(sql`update rollup_progress set counted_through = ${through}::uuid`);
}

/**
 * Keeps the months in which the instants lie from others that would write cells of them, until the
 * transaction ends: they would meet in the month's own cells anyway. Taken in the order of time, so that
 * two writers cannot wait for each other; and late, because others wait from here on.
 */
export async function lockMonths(tx: Transaction, instants: Iterable<Instant>): Promise<void> {
  const months = new Set<number>();
  for (const at of instants) months.add(monthNumber(at));
  const inOrder = [...months].sort((one, other) => one - other);
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtext('rollups'), month)
    from unnest(${integerArray(inOrder)}) month`);
}

/** From 1 on; the gate is 0. */
function monthNumber(at: Instant): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth() + 1;
}
