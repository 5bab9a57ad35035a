import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "@/drizzle/database";
import { ImportOptions } from "@/server/domain/importing/import-options";
import { refuse } from "@/server/domain/refusal";
import { env } from "@/server/env";
import { performImport } from "@/server/importing/perform-import";
import { sweepUploads } from "@/server/importing/sweep-uploads";
import { uploadPath } from "@/server/importing/upload-path";
import { LeaseLost, leaseExpiry } from "@/server/importing/write-batches";
import { log, logUnexpected } from "@/server/log";
import { connection } from "@/server/store/connection";
import { claimImport, finishImport, type ImportRow, releaseImport } from "@/server/store/imports";

const IDLE_MS = 1000;
const SWEEP_EVERY_MS = 60_000;
const holder = `${hostname()} ${process.pid}`;
let running: ImportRow | undefined;

/** Runs the imports that wait, one after the other, and those whose worker is no more. */
async function work(db: Database): Promise<never> {
  for (let sweptAt = 0; ; ) {
    const now = Date.now();
    if (now - sweptAt > SWEEP_EVERY_MS) {
      await sweepUploads(db, now);
      sweptAt = now;
    }
    const claimed = await claimImport(db, { holder, now, expiresAt: leaseExpiry(now) });
    running = claimed;
    if (claimed === undefined) await delay(IDLE_MS);
    else await runClaimed(db, claimed);
    running = undefined;
  }
}

async function runClaimed(db: Database, claimed: ImportRow): Promise<void> {
  const { path = uploadPath(claimed.importId) } = ImportOptions.parse(claimed.options);
  try {
    if (existsSync(path)) {
      await performImport({ db, homeCountry: env().HOTLINE_COUNTRY, now: Date.now }, claimed, path);
    } else {
      await refuseMissing(db, claimed);
    }
    await rm(uploadPath(claimed.importId), { force: true });
  } catch (error) {
    if (error instanceof LeaseLost) return;
    logUnexpected(error, { importId: claimed.importId });
  }
}

async function refuseMissing(db: Database, claimed: ImportRow): Promise<void> {
  const refusal = refuse("file_missing");
  const end = { refusal, report: null, header: null, rowsRead: 0, finishedAt: Date.now() };
  await finishImport(db, claimed, { ...end, status: "refused" });
}

async function giveBack(): Promise<void> {
  if (running !== undefined) await releaseImport(connection().db, running);
}

// Whoever is asked to end did not die of the import: it counts as not begun, and is taken up at once.
process.once("SIGTERM", () => {
  const end = () => process.exit();
  giveBack().then(end, end);
});

/** A database that is away for a moment stops nothing: the import's lease runs out and it is taken up again. */
for (;;) {
  try {
    await work(connection().db);
  } catch (error) {
    log().warn({ err: error }, "the import worker waits");
    await delay(5 * IDLE_MS);
  }
}
