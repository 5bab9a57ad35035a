import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/drizzle/database";
import { Unit } from "@/server/domain/metrics/cohort";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { type RollupCells, RollupSums } from "@/server/domain/metrics/rollup-cells";
import { findFoldedCalls, type StoredCall } from "@/server/store/calls/folded-calls";
import { rebuildPresenceRollup } from "@/server/store/presence/rebuild-presence-rollup";
import { addCells } from "@/server/store/rollups/add-cells";
import { noteAllChanged } from "@/server/store/rollups/cell-changes";
import { CELL_TABLES } from "@/server/store/rollups/cell-tables";
import {
  ALL_CALLS,
  closeGate,
  countedThrough,
  NO_CALLS,
  setCountedThrough,
} from "@/server/store/rollups/counted-calls";
import { refreshStatistics } from "@/server/store/statistics";

/** Writers wait for about a second then. */
export const CALLS_PER_BATCH = 5000;

export interface RollupProgress {
  readonly calls: number;
}

export interface Counting {
  readonly onProgress?: (progress: RollupProgress) => void;
  /** Counted in one transaction, for which writers wait. */
  readonly callsPerBatch?: number;
}

/** Whether all calls are in the cells, so that figures may be read from them. */
export async function areRollupsComplete(db: Database): Promise<boolean> {
  return (await countedThrough(db)) === ALL_CALLS;
}

/**
 * Sums all presence anew, then empties all cells of calls and counts all calls anew. Calls are recorded
 * meanwhile, each waiting for one batch at most; figures are read from the rows until it is done.
 */
export async function rebuildRollups(db: Database, counting: Counting = {}): Promise<RollupProgress> {
  await rebuildPresenceRollup(db);
  await db.transaction(async (tx) => {
    await closeGate(tx);
    await setCountedThrough(tx, null);
  });
  const progress = await completeRollups(db, counting);
  await refreshStatistics(db);
  return progress;
}

/** Counts the calls that are not in the cells yet; several processes may do it together. */
export async function completeRollups(
  db: Database,
  { onProgress, callsPerBatch = CALLS_PER_BATCH }: Counting = {},
): Promise<RollupProgress> {
  let calls = 0;
  for (;;) {
    const batch = await db.transaction((tx) => countBatch(tx, callsPerBatch));
    if (batch === undefined) return { calls };
    calls += batch;
    onProgress?.({ calls });
  }
}

/** How many calls were counted; undefined when there were none left. */
async function countBatch(tx: Transaction, limit: number): Promise<number | undefined> {
  const through = await closeGate(tx);
  if (through === ALL_CALLS) return undefined;
  if (through === null) {
    await emptyCells(tx);
    await setCountedThrough(tx, NO_CALLS);
    return 0;
  }
  const calls = await findFoldedCalls(tx, { after: through, limit });
  await addCells(tx, cellsOfCalls(calls));
  await setCountedThrough(tx, calls.at(-1)?.callId ?? ALL_CALLS);
  return calls.length;
}

async function emptyCells(tx: Transaction): Promise<void> {
  for (const unit of Unit.options) {
    await tx.execute(sql`truncate ${sql.identifier(CELL_TABLES[unit].name)}`);
  }
  await noteAllChanged(tx);
}

/** What calls count as that were not counted before. */
export function cellsOfCalls(calls: readonly StoredCall[]): RollupCells {
  const sums = new RollupSums();
  for (const { folded } of calls) sums.add({ before: null, after: factsOfCall(folded) });
  return sums.takeCells();
}
