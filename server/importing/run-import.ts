import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "@/drizzle/database";
import type { ImportReport } from "@/server/domain/importing/report";
import { Tally } from "@/server/domain/importing/tally";
import type { Instant } from "@/server/domain/instant";
import { type Refusal, refuse } from "@/server/domain/refusal";
import { Gatherer } from "@/server/importing/batch";
import { checkFile } from "@/server/importing/check-file";
import { type FormatReader, formatReader, HEAD_ROWS } from "@/server/importing/format-reader";
import type { ImportTask } from "@/server/importing/import-task";
import { LocalClock } from "@/server/importing/local-clock";
import { placeNumber } from "@/server/importing/place-of-number";
import { ProviderDirectory } from "@/server/importing/provider-directory";
import { encodingOf } from "@/server/importing/read-bytes";
import type { Portion } from "@/server/importing/read-rows";
import type { Row } from "@/server/importing/record-format";
import { BatchWriter, type LeaseKeeper } from "@/server/importing/write-batches";

const ROWS_AT_ONCE = 16;

export type ImportResult =
  | { readonly kind: "finished" | "cancelled"; readonly report: ImportReport; readonly header: string | null }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface ImportRun {
  readonly db: Database;
  readonly task: ImportTask;
  readonly lease: LeaseKeeper;
  readonly now: () => Instant;
}

/**
 * Checks the file whole, then reads, folds and writes it batch by batch. Written batches stay when the
 * import is cancelled or interrupted: running it again changes nothing about them and adds the rest.
 * @throws LeaseLost when another worker has taken the import over.
 */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const { path, format, timeZone, options } = run.task;
  const reader = formatReader(format, options);
  if (reader === null) return refused(refuse("mapping_unreadable"));
  const clock = clockOf(timeZone);
  if (clock === undefined) return refused(refuse("time_zone_unknown", { timeZone }));
  const encoding = await encodingOf(path, options.encoding);
  const decoded = { ...run, task: { ...run.task, options: { ...options, encoding } } };
  const head = await checkWhole(decoded, reader);
  if ("ok" in head) return refused(head);
  return await readWhole(decoded, { reader, clock, head });
}

function refused(refusal: Refusal): ImportResult {
  return { kind: "refused", refusal };
}

function clockOf(timeZone: string): LocalClock | undefined {
  try {
    return new LocalClock(timeZone);
  } catch {
    return undefined;
  }
}

async function checkWhole({ task, lease }: ImportRun, reader: FormatReader): Promise<Row[] | Refusal> {
  const { path, options } = task;
  const onProgress = (bytesRead: number) => lease.renewInTime(bytesRead);
  const file = { path, encoding: options.encoding, onProgress };
  const checked = await checkFile({ ...file, endsInLineBreak: reader.endsInLineBreak });
  if (!checked.ok) return checked;
  const unreadable = reader.refuseText(checked.value);
  if (unreadable !== null) return unreadable;
  // Without quotation marks a row is a line; none was too long, and those with a line break were not cut off.
  const { quotes, endsInLineBreak } = checked.value;
  const isSound = quotes === 0 && endsInLineBreak;
  const records = isSound ? undefined : await reader.checkRecords?.({ ...file, ...checked.value });
  if (records?.ok === false) return records;
  const head = await readHead(reader, task);
  return reader.refuse(head) ?? head;
}

async function readHead(reader: FormatReader, { path, options }: ImportTask): Promise<Row[]> {
  const head: Row[] = [];
  for await (const { rows } of reader.readRows(path, options.encoding)) {
    head.push(...rows.slice(0, HEAD_ROWS - head.length));
    if (head.length >= HEAD_ROWS) break;
  }
  return head;
}

interface Reading {
  readonly reader: FormatReader;
  readonly clock: LocalClock;
  readonly head: readonly Row[];
}

async function readWhole(run: ImportRun, { reader, clock, head }: Reading): Promise<ImportResult> {
  const { db, task, now } = run;
  const tally = new Tally();
  const gatherer = new Gatherer(task.provider, tally);
  const directory = await ProviderDirectory.load(db, task.provider, task.createdAt);
  const writer = new BatchWriter({ ...run, tally, directory });
  const context = {
    directory,
    clock,
    placeNumber: (written: string) => placeNumber(written, task.homeCountry),
    sink: gatherer,
    now: now(),
  };
  const translator = reader.translate(context, head);
  try {
    for await (const { rows, bytesRead } of readRecords(reader, task)) {
      for (const row of rows) translator.read(row);
      tally.countRows(rows.length);
      if (gatherer.isFull()) await writer.write(gatherer.takeBatch(), bytesRead);
      if (writer.isCancelled) break;
    }
    translator.finish();
    await writer.write(gatherer.takeBatch(), writer.bytesWritten);
    await writer.settle();
  } catch (error) {
    await writer.abandon(error);
    throw error;
  }
  const kind = writer.isCancelled ? "cancelled" : "finished";
  const header = reader.headerRows === 0 ? null : (head[0]?.text ?? null);
  return { kind, report: tally.report(directory, kind === "finished"), header };
}

/**
 * The rows after the heading, a few at a time: between them the batch on its way to the database gets a
 * turn, and the database waits for nothing longer than those few take.
 */
async function* readRecords(reader: FormatReader, { path, options }: ImportTask): AsyncGenerator<Portion> {
  let toSkip: number = reader.headerRows;
  for await (const { rows, bytesRead } of reader.readRows(path, options.encoding)) {
    for (let from = Math.min(toSkip, rows.length); from < rows.length; from += ROWS_AT_ONCE) {
      yield { rows: rows.slice(from, from + ROWS_AT_ONCE), bytesRead };
      await nextTurn();
    }
    toSkip -= Math.min(toSkip, rows.length);
  }
}
