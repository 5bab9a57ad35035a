import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/drizzle/database";
import { Unit } from "@/server/domain/metrics/cohort";
import { findFoldedCalls } from "@/server/store/calls/folded-calls";
import { comparePresenceRollup } from "@/server/store/presence/compare-presence-rollup";
import { addCellsTo } from "@/server/store/rollups/add-cells";
import { CELL_TABLES } from "@/server/store/rollups/cell-tables";
import { ALL_CALLS, countedThrough, NO_CALLS } from "@/server/store/rollups/counted-calls";
import { CALLS_PER_BATCH, cellsOfCalls, type RollupProgress } from "@/server/store/rollups/rebuild-rollups";

export interface Verification extends RollupProgress {
  readonly cells: number;
  /** Places whose cell is missing, not as it should be, or should not be there. */
  readonly cellsDiffering: number;
}

/**
 * Makes all cells again from the rows of calls and of presence, beside those that are kept, and compares. All is read as of one
 * moment, so that calls may be recorded meanwhile. Undefined while not all calls are counted.
 */
export async function verifyRollups(
  db: Database,
  onProgress: (progress: RollupProgress) => void = () => undefined,
): Promise<Verification | undefined> {
  return await db.transaction(
    async (tx) => {
      if ((await countedThrough(tx)) !== ALL_CALLS) return undefined;
      const calls = await remakeCells(tx, onProgress);
      let [cells, cellsDiffering] = [0, 0];
      for (const unit of Unit.options) {
        const compared = await compareCells(tx, CELL_TABLES[unit].name);
        cells += compared.cells;
        cellsDiffering += compared.differing;
      }
      const presence = await comparePresenceRollup(tx);
      cells += presence.cells;
      cellsDiffering += presence.differing;
      return { calls, cells, cellsDiffering };
    },
    { isolationLevel: "repeatable read" },
  );
}

function remadeName(table: string): string {
  return `remade_${table}`;
}

async function remakeCells(tx: Transaction, onProgress: (progress: RollupProgress) => void): Promise<number> {
  for (const unit of Unit.options) {
    const { name } = CELL_TABLES[unit];
    await tx.execute(sql`
      create temp table ${sql.identifier(remadeName(name))} (like ${sql.identifier(name)} including indexes) on commit drop`);
  }
  let calls = 0;
  let after: string | undefined = NO_CALLS;
  while (after !== undefined) {
    const batch = await findFoldedCalls(tx, { after, limit: CALLS_PER_BATCH });
    await addCellsTo(remadeName, tx, cellsOfCalls(batch));
    calls += batch.length;
    onProgress({ calls });
    after = batch.at(-1)?.callId;
  }
  return calls;
}

async function compareCells(tx: Transaction, table: string): Promise<{ cells: number; differing: number }> {
  const [kept, remade] = [sql.identifier(table), sql.identifier(remadeName(table))];
  const place = sql`dimension, grain, at, key`;
  const [compared] = await tx.execute<{ cells: number; differing: number }>(sql`
    select (select count(*)::int from ${remade}) as cells, count(*)::int as differing
    from (
      select ${place} from (select * from ${kept} except all select * from ${remade}) gone
      union
      select ${place} from (select * from ${remade} except all select * from ${kept}) missing
    ) place`);
  return compared ?? { cells: 0, differing: 0 };
}
