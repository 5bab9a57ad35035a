import { sql } from "drizzle-orm";
import type { Database } from "@/drizzle/database";
import type { Tally } from "@/server/domain/importing/tally";
import type { Instant } from "@/server/domain/instant";
import { type Batch, countFates } from "@/server/importing/batch";
import type { ImportTask } from "@/server/importing/import-task";
import type { ProviderDirectory } from "@/server/importing/provider-directory";
import { recordCalls } from "@/server/store/calls/record-calls";
import { addRefusedRows, advanceImport, type Lease } from "@/server/store/imports";
import { ensurePartitions } from "@/server/store/partitions";

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

/** Writes one batch while the next is being read and folded. */
export class BatchWriter {
  isCancelled = false;
  bytesWritten = 0;
  readonly #setup: BatchWriterSetup;
  /** Months, as the UTC day 1 they begin with, whose partitions are there. */
  readonly #months = new Set<number>();
  #inFlight: Promise<void> = Promise.resolve();

  constructor(setup: BatchWriterSetup) {
    this.#setup = setup;
  }

  /** Waits for the batch before, and begins to write this one. @throws LeaseLost */
  async write(batch: Batch, bytesRead: number): Promise<void> {
    await this.#inFlight;
    this.bytesWritten = bytesRead;
    this.#inFlight = this.#writeNow(batch, { bytesRead, rowsRead: this.#setup.tally.rowsRead });
    // The failure is thrown where the batch is waited for; until then it is not unhandled.
    this.#inFlight.catch(() => undefined);
  }

  /** Waits for the last batch. @throws LeaseLost */
  async settle(): Promise<void> {
    await this.#inFlight;
  }

  async #writeNow(batch: Batch, read: { bytesRead: number; rowsRead: number }): Promise<void> {
    const { db, task, lease, now, tally, directory } = this.#setup;
    await this.#makePartitions(batch);
    await directory.save(db, task.createdAt);
    const recorded = await db.transaction(async (tx) => {
      // Should the server lose its last moments, it loses the batch and how far the import is together.
      await tx.execute(sql`set local synchronous_commit = off`);
      const leaseExpiresAt = leaseExpiry(now());
      const held = await advanceImport(tx, lease.lease, { ...read, leaseExpiresAt });
      if (held === undefined) throw new LeaseLost();
      this.isCancelled ||= held.cancelRequestedAt !== null;
      await addRefusedRows(tx, task.importId, batch.refusedRows);
      return await recordCalls(tx, { provider: task.provider, importId: task.importId }, batch.calls);
    });
    countFates(tally, batch, { recorded, importId: task.importId });
  }

  async #makePartitions({ calls }: Batch): Promise<void> {
    for (const { folded } of calls) {
      const start = new Date(folded.call.startedAt);
      const month = Date.UTC(start.getUTCFullYear(), start.getUTCMonth());
      if (this.#months.has(month)) continue;
      this.#months.add(month);
      await ensurePartitions(this.#setup.db, month, month);
    }
  }
}
