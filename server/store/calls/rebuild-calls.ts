import { asc, gt, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/drizzle/database";
import { callSources } from "@/drizzle/schema/calls";
import { foldCall } from "@/server/domain/calls/fold";
import type { CallId } from "@/server/domain/identifiers";
import { markCalls } from "@/server/store/calls/call-marks";
import { FOLDED_COLUMNS, FOLDED_ROWS, FOLDED_TABLES, type FoldedTable } from "@/server/store/calls/call-rows";
import { deleteFoldedRows } from "@/server/store/calls/record-calls";
import { findEvents } from "@/server/store/calls/stored-events";
import { copyInto } from "@/server/store/copy";
import { setCountedThrough } from "@/server/store/rollups/counted-calls";
import { completeRollups } from "@/server/store/rollups/rebuild-rollups";
import { refreshStatistics } from "@/server/store/statistics";

const CALLS_PER_BATCH = 1000;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

export interface RebuildProgress {
  readonly calls: number;
  /** Rows that were there and should not have been, and the other way round; put right. */
  readonly rowsDiffering: number;
}

/**
 * Folds every call anew from its events and compares with what is there, row by row; what differs is
 * replaced, and the rollups are then made anew too. Writers of a call that is being compared wait.
 */
export async function rebuildCalls(
  db: Database,
  onProgress: (progress: RebuildProgress) => void = () => undefined,
): Promise<RebuildProgress> {
  let progress: RebuildProgress = { calls: 0, rowsDiffering: 0 };
  let last: string | undefined = BEFORE_ALL;
  while (last !== undefined) {
    const batch = await rebuildAfter(db, last);
    last = batch.last;
    const rowsDiffering = progress.rowsDiffering + batch.rowsDiffering;
    progress = { calls: progress.calls + batch.calls, rowsDiffering };
    onProgress(progress);
  }
  if (progress.rowsDiffering > 0) await completeRollups(db);
  await refreshStatistics(db);
  return progress;
}

interface RebuiltBatch extends RebuildProgress {
  /** Undefined after the last call. */
  readonly last: CallId | undefined;
}

async function rebuildAfter(db: Database, after: string): Promise<RebuiltBatch> {
  return await db.transaction(async (tx) => {
    const found = await tx
      .select({ callId: callSources.callId })
      .from(callSources)
      .where(gt(callSources.callId, sql`${after}::uuid`))
      .orderBy(asc(callSources.callId))
      .limit(CALLS_PER_BATCH)
      .for("update");
    const callIds = found.map(({ callId }) => callId);
    if (callIds.length === 0) return { calls: 0, rowsDiffering: 0, last: undefined };
    await foldIntoDrafts(tx, callIds);
    const rowsDiffering = await replaceDiffering(tx, callIds);
    return { calls: callIds.length, rowsDiffering, last: callIds.at(-1) };
  });
}

function draftOf(table: FoldedTable): string {
  return `refolded_${table}`;
}

/** What is written of a call; what the database generates from it needs no comparing. */
function columnsOf(table: FoldedTable): SQL {
  return sql.join(FOLDED_COLUMNS[table].map(sql.identifier), sql`, `);
}

async function foldIntoDrafts(tx: Transaction, callIds: readonly CallId[]): Promise<void> {
  const stored = await findEvents(tx, callIds);
  const calls = [...stored].map(([callId, events]) => ({ callId, folded: foldCall(events) }));
  for (const table of FOLDED_TABLES) {
    const draft = sql.identifier(draftOf(table));
    await tx.execute(
      sql`create temp table ${draft} (like ${sql.identifier(table)} including defaults) on commit drop`,
    );
    const rows = calls.map(({ callId, folded }) => FOLDED_ROWS[table](callId, folded));
    await copyInto(tx, { table: draftOf(table), columns: FOLDED_COLUMNS[table] }, rows);
  }
}

async function replaceDiffering(tx: Transaction, callIds: readonly CallId[]): Promise<number> {
  const differing = new Set<CallId>();
  let rows = 0;
  for (const table of FOLDED_TABLES) {
    for (const callId of await findDiffering(tx, table, callIds)) {
      differing.add(callId);
      rows += 1;
    }
  }
  if (rows === 0) return 0;
  // Whether the cells agreed with the rows as they were or as they should be, nobody can tell.
  await setCountedThrough(tx, null);
  await deleteFoldedRows(tx, [...differing]);
  for (const table of FOLDED_TABLES) {
    await tx.execute(sql`
      insert into ${sql.identifier(table)} (${columnsOf(table)})
      select ${columnsOf(table)} from ${sql.identifier(draftOf(table))} where call_id = any (${idArray([...differing])})`);
  }
  await markCalls(tx, [...differing]);
  return rows;
}

/** The call of each row that only one side has. */
async function findDiffering(
  tx: Transaction,
  table: FoldedTable,
  callIds: readonly CallId[],
): Promise<CallId[]> {
  const stored = sql`select ${columnsOf(table)} from ${sql.identifier(table)} where call_id = any (${idArray(callIds)})`;
  const draft = sql`select ${columnsOf(table)} from ${sql.identifier(draftOf(table))}`;
  const rows = await tx.execute<{ callId: CallId }>(sql`
    select call_id as "callId" from (${stored} except all ${draft}) gone
    union all
    select call_id from (${draft} except all ${stored}) missing`);
  return rows.map(({ callId }) => callId);
}

function idArray(callIds: readonly CallId[]) {
  return sql`array(select value::uuid from jsonb_array_elements_text(${JSON.stringify(callIds)}::text::jsonb))`;
}
