import { setImmediate as nextTurn } from "node:timers/promises";
import type { Transaction } from "@/drizzle/database";
import type { FoldedCall } from "@/server/domain/calls/record";
import type { CallId } from "@/server/domain/identifiers";
import { factsOfCall } from "@/server/domain/metrics/facts-of-call";
import { RollupSums } from "@/server/domain/metrics/rollup-cells";
import { addCells } from "@/server/store/rollups/add-cells";
import { enterGate, lockMonths } from "@/server/store/rollups/counted-calls";

/** A call as it was, if it was, and as it is now. */
export interface ChangedCall {
  readonly callId: CallId;
  readonly before: FoldedCall | null;
  readonly folded: FoldedCall;
}

const CALLS_AT_ONCE = 16;

/** Keeps the rollups current with the calls that one transaction changes. */
export class RollupRecorder {
  readonly #tx: Transaction;
  readonly #through: string | null;
  readonly #sums = new RollupSums();

  private constructor(tx: Transaction, through: string | null) {
    this.#tx = tx;
    this.#through = through;
  }

  static async enter(tx: Transaction): Promise<RollupRecorder> {
    return new RollupRecorder(tx, await enterGate(tx));
  }

  /** Counts a few calls at a time: between them what is on its way to the database gets a turn. */
  async add(changes: readonly ChangedCall[]): Promise<void> {
    for (const [index, { callId, before, folded }] of changes.entries()) {
      if (this.#through === null || callId > this.#through) continue;
      this.#sums.add({ before: before === null ? null : factsOfCall(before), after: factsOfCall(folded) });
      if ((index + 1) % CALLS_AT_ONCE === 0) await nextTurn();
    }
  }

  /** Writes what all the changes come to: the last thing that the transaction should do, as others wait. */
  async write(): Promise<void> {
    const cells = this.#sums.takeCells();
    const all = [...cells.call, ...cells.visit, ...cells.offer, ...cells.leg];
    if (all.length === 0) return;
    await lockMonths(
      this.#tx,
      all.map(({ at }) => at),
    );
    await addCells(this.#tx, cells);
  }
}
