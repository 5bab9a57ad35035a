import type { Database } from "@/drizzle/database";
import type { Tally, Written } from "@/server/domain/importing/tally";
import type { Instant } from "@/server/domain/instant";
import { bucketStart } from "@/server/domain/metrics/time/period-cover";
import { type Batch, fatesOf } from "@/server/importing/batch";
import type { ImportTask } from "@/server/importing/import-task";
import type { ProviderDirectory } from "@/server/importing/provider-directory";
import { recordCallsBeside } from "@/server/store/calls/record-calls";
import { addRefusedRows, advanceImport, type Lease } from "@/server/store/imports";
import { ensurePartitions } from "@/server/store/partitions";
import { RollupRecorder } from "@/server/store/rollups/record-in-rollups";
import { commitBeforeDisk, SteppedTransaction } from "@/server/store/stepped-transaction";

const LEASE_MS = 30_000;
const RENEW_EVERY_MS = 1000;

/** Another worker runs the import now: whatever this one still wanted to write is not written. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
  override message = "Another process runs this import now.";
}

/** Somebody has asked the import to stop before anything of it was written. */
export class CancelledUnwritten extends Error {
  override name = "CancelledUnwritten";
}

export function leaseExpiry(now: Instant): Instant {
  return now + LEASE_MS;
}

/** Keeps the lease while nothing is being written. */
export class LeaseKeeper {
  readonly lease: Lease;
  readonly #db: Database;
  readonly #now: () => Instant;
  #renewedAt: Instant;

  constructor(db: Database, lease: Lease, now: () => Instant) {
    this.#db = db;
    this.lease = lease;
    this.#now = now;
    this.#renewedAt = now();
  }

  /** Notes how far the file has been read, no row of it being used yet. @throws LeaseLost, CancelledUnwritten */
  async renewInTime(bytesRead: number): Promise<void> {
    const now = this.#now();
    if (now - this.#renewedAt < RENEW_EVERY_MS) return;
    this.#renewedAt = now;
    const progress = { bytesRead, rowsRead: 0, leaseExpiresAt: leaseExpiry(now) };
    const held = await advanceImport(this.#db, this.lease, progress);
    if (held === undefined) throw new LeaseLost();
    if (held.cancelRequestedAt !== null) throw new CancelledUnwritten();
  }
}

interface BatchWriterSetup {
  readonly db: Database;
  readonly task: ImportTask;
  readonly lease: LeaseKeeper;
  readonly now: () => Instant;
  readonly tally: Tally;
  readonly directory: ProviderDirectory;
}

/**
 * Batches in one transaction: those after one another count into the same days and months, so that the cells
 * of the rollups are written once for all of them.
 */
const BATCHES_PER_TRANSACTION = 20;

interface OpenTransaction {
  readonly transaction: SteppedTransaction;
  readonly rollups: RollupRecorder;
  /** What became of each batch: counted once it is committed, and the batch itself let go. */
  readonly written: Written[];
}

interface Read {
  readonly bytesRead: number;
  readonly rowsRead: number;
}

/**
 * Writes batches while the next are being read and folded, two of them at most, and while the transaction
 * before is being committed.
 */
export class BatchWriter {
  isCancelled = false;
  bytesWritten = 0;
  readonly #setup: BatchWriterSetup;
  /** Months, as the UTC day 1 they begin with, whose partitions are there. */
  readonly #months = new Set<number>();
  #open: OpenTransaction | undefined;
  #committed: Promise<void> = Promise.resolve();
  #last: Promise<void> = Promise.resolve();
  #lastButOne: Promise<void> = Promise.resolve();

  constructor(setup: BatchWriterSetup) {
    this.#setup = setup;
  }

  /** Waits until no more than one batch is before this one. @throws LeaseLost */
  async write(batch: Batch, bytesRead: number): Promise<void> {
    await this.#lastButOne;
    this.bytesWritten = bytesRead;
    const read = { bytesRead, rowsRead: this.#setup.tally.rowsRead };
    this.#lastButOne = this.#last;
    // The failure is thrown where the batch is waited for.
    this.#last = awaitedLater(this.#last.then(() => this.#writeNow(batch, read)));
  }

  /** Waits until all is committed. @throws LeaseLost */
  async settle(): Promise<void> {
    await this.#last;
    await this.#commitAll({ bytesRead: this.bytesWritten, rowsRead: this.#setup.tally.rowsRead });
  }

  /** Takes back what is written and neither committed nor on its way to be. */
  async abandon(cause: unknown): Promise<void> {
    await this.#last.catch(() => undefined);
    await this.#open?.transaction.rollBack(cause);
    await this.#committed.catch(() => undefined);
  }

  async #writeNow(batch: Batch, read: Read): Promise<void> {
    const { db, task, directory } = this.#setup;
    const months = this.#newMonths(batch);
    // A partition is made while nobody writes to the table, this import included.
    if (months.length > 0) await this.#commitAll(read);
    for (const month of months) await ensurePartitions(db, month, month);
    await directory.save(db, task.createdAt);
    const { transaction, rollups, written } = await this.#begin();
    const { importId, provider } = task;
    await transaction.do(async (tx) => {
      await addRefusedRows(tx, importId, batch.refusedRows);
      const from = { provider, importId };
      const recorded = await recordCallsBeside(rollups, { tx, from, calls: batch.calls });
      written.push({ fates: fatesOf(batch, { recorded, importId }), refusedRows: batch.refusedRows.length });
    });
    if (written.length >= BATCHES_PER_TRANSACTION) await this.#commit(read);
  }

  async #begin(): Promise<OpenTransaction> {
    if (this.#open !== undefined) return this.#open;
    const transaction = new SteppedTransaction(this.#setup.db);
    const rollups = await transaction.do(async (tx) => {
      // Should the server lose its last moments, it loses the batches and how far the import is together.
      await commitBeforeDisk(tx);
      return await RollupRecorder.enter(tx);
    });
    this.#open = { transaction, rollups, written: [] };
    return this.#open;
  }

  async #commitAll(read: Read): Promise<void> {
    await this.#commit(read);
    await this.#committed;
  }

  /** Commits one transaction after another, because both write the same cells of the rollups. */
  async #commit(read: Read): Promise<void> {
    await this.#committed;
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined) this.#committed = awaitedLater(this.#commitNow(open, read));
  }

  async #commitNow({ transaction, rollups, written }: OpenTransaction, read: Read): Promise<void> {
    const { lease, now, tally } = this.#setup;
    const held = await transaction.do(async (tx) => {
      await rollups.write();
      const advanced = await advanceImport(tx, lease.lease, { ...read, leaseExpiresAt: leaseExpiry(now()) });
      if (advanced === undefined) throw new LeaseLost();
      return advanced;
    });
    await transaction.commit();
    this.isCancelled ||= held.cancelRequestedAt !== null;
    for (const batch of written) tally.countWritten(batch);
  }

  #newMonths({ calls }: Batch): number[] {
    const days = new Set(calls.map(({ folded }) => bucketStart("day", folded.call.startedAt)));
    const months = new Set([...days].map((day) => bucketStart("month", day)));
    const unmade = [...months].filter((month) => !this.#months.has(month));
    for (const month of unmade) this.#months.add(month);
    return unmade;
  }
}

/** A promise whose failure is not unhandled until somebody waits for it. */
function awaitedLater(work: Promise<void>): Promise<void> {
  work.catch(() => undefined);
  return work;
}
