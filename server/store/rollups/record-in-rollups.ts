import type { Transaction } from "@/drizzle/database";
import type { FoldedCall } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { rollupCells } from "@/server/domain/metrics/rollup-cells";
import { addCells } from "@/server/store/rollups/add-cells";
import { enterGate, lockMonths } from "@/server/store/rollups/counted-calls";

/** A call as it was, if it was, and as it is now. */
export interface ChangedCall {
  readonly callId: CallId;
  readonly before: FoldedCall | null;
  readonly folded: FoldedCall;
}

/** Keeps the rollups current with calls that the transaction changes: the last thing it should do, as others wait. */
export async function recordInRollups(tx: Transaction, changes: readonly ChangedCall[]): Promise<void> {
  if (changes.length === 0) return;
  const through = await enterGate(tx);
  const counted = through === null ? [] : changes.filter(({ callId }) => callId <= through);
  if (counted.length === 0) return;
  const cells = rollupCells(
    counted.map(({ before, folded }) => ({
      before: before === null ? null : factsOfCall(before),
      after: factsOfCall(folded),
    })),
  );
  const all = [...cells.call, ...cells.visit, ...cells.offer, ...cells.leg];
  await lockMonths(
    tx,
    all.map(({ at }) => at),
  );
  await addCells(tx, cells);
}
