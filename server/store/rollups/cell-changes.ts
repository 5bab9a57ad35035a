import { sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/drizzle/database";
import { rollupDays } from "@/drizzle/schema/rollups";
import type { Instant } from "@/server/domain/instant";
import type { RollupCells } from "@/server/domain/metrics/rollup-cells";
import { bucketEnd, bucketStart, type CoverSpan } from "@/server/domain/metrics/time/period-cover";
import { instantArray } from "@/server/store/arrays";
import { isComplete } from "@/server/store/rollups/counted-calls";

// Each day on the clock of UTC has a number that grows with every transaction that changes a cell of it: what
// was read of some days holds good for as long as their numbers stay.

/** Says that these cells change. The days are those whose months the transaction has locked. */
export async function noteChanges(tx: Transaction, cells: RollupCells): Promise<void> {
  const days = new Set<Instant>();
  for (const { grain, at } of [...cells.call, ...cells.visit, ...cells.offer, ...cells.leg]) {
    // Coarser cells are sums of finer ones, of which one has changed as well.
    if (grain !== "month" && grain !== "slotOfMonth") days.add(bucketStart("day", at));
  }
  if (days.size === 0) return;
  await tx.execute(sql`
    insert into ${rollupDays} (at, changes) select at, 1 from unnest(${instantArray([...days])}) at
    on conflict (at) do update set changes = ${rollupDays.changes} + 1`);
}

/** Says that no cell is what it was. */
export async function noteAllChanged(tx: Transaction): Promise<void> {
  await tx.update(rollupDays).set({ changes: sql`${rollupDays.changes} + 1` });
}

interface DayChanges {
  readonly at: Instant;
  readonly changes: number;
}

/** How often the cells of each day have changed. */
export class CellChanges {
  readonly #days: readonly DayChanges[];
  /** Whether all calls are counted in the cells. */
  readonly isComplete: boolean;
  /** The last day up to now that has cells. */
  readonly latestDay: Instant | null;

  constructor(
    days: readonly DayChanges[],
    { isComplete, latestDay }: Pick<CellChanges, "isComplete" | "latestDay">,
  ) {
    this.#days = days;
    this.isComplete = isComplete;
    this.latestDay = latestDay;
  }

  /** A number that is never the same again once a cell of the spans has changed. */
  of(spans: readonly CoverSpan[]): number {
    const from = Math.min(...spans.map((span) => span.from));
    const until = Math.max(...spans.map((span) => span.until));
    let sum = 0;
    for (const { at, changes } of this.#days) {
      if (at < until && bucketEnd("day", at) > from) sum += changes;
    }
    return sum;
  }
}

const beingRead = new WeakMap<Queryable, Promise<CellChanges>>();

/** A page asks some ten questions at once: those that ask together are answered by one reading. */
export function readCellChanges(db: Queryable): Promise<CellChanges> {
  const joined = beingRead.get(db);
  if (joined !== undefined) return joined;
  const reading = Promise.resolve().then(() => {
    beingRead.delete(db);
    return readDays(db);
  });
  beingRead.set(db, reading);
  return reading;
}

async function readDays(db: Queryable): Promise<CellChanges> {
  const [found] = await db.execute<{
    isComplete: boolean;
    latestDay: number | null;
    days: number[];
    changes: number[];
  }>(sql`
    select ${isComplete} as "isComplete",
      max(ms) filter (where at <= now()) as "latestDay",
      coalesce(array_agg(ms), '{}') as days, coalesce(array_agg(changes), '{}') as changes
    from (
      select at, (extract(epoch from at) * 1000)::float8 as ms, changes::float8 as changes
      from ${rollupDays} order by at) day`);
  const { days, changes, ...state } = found ?? { days: [], changes: [], isComplete: false, latestDay: null };
  return new CellChanges(
    days.map((at, place) => ({ at, changes: changes[place] ?? 0 })),
    state,
  );
}
