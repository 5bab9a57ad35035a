import { basename, resolve } from "node:path";
import { setInterval } from "node:timers/promises";
import { v7 as newId } from "uuid";
import { beginLocalImport } from "@/server/commands/imports/begin-local-import";
import { ImportId } from "@/server/domain/identifiers";
import type { CsvMapping } from "@/server/domain/importing/csv-mapping";
import type { Outcome, Refusal } from "@/server/domain/refusal";
import { env } from "@/server/env";
import {
  type CommandLine,
  checkFileThere,
  checkTimeZone,
  readCommandLine,
  readMapping,
  usage,
} from "@/server/importing/command-line";
import { performImport } from "@/server/importing/perform-import";
import { endingSentence, progressLine, refusalSentence, reportLines } from "@/server/importing/print-report";
import { leaseExpiry } from "@/server/importing/write-batches";
import { connection } from "@/server/store/connection";
import { findImport, type ImportEnd } from "@/server/store/imports";

const PROGRESS_EVERY_MS = 2000;
/** Exit codes: a file was not imported to its end; the command line makes no sense. */
const NOT_ALL = 1;
const MISTYPED = 2;

type Terms = Pick<CommandLine, "format" | "provider" | "encoding"> & {
  readonly timeZone: string;
  readonly mapping?: CsvMapping;
};

/** Imports the files one after the other; answers with the exit code. */
async function main(): Promise<number> {
  const line = readCommandLine(process.argv.slice(2));
  if (typeof line === "string") {
    complain(line === "" ? usage : `${line}\n${usage}`);
    return MISTYPED;
  }
  const terms = await readTerms(line);
  if (!terms.ok) return complainOf("npm run import", terms);
  let code = 0;
  for (const file of line.files) code = Math.max(code, await importOne(file, terms.value));
  return code;
}

async function readTerms(line: CommandLine): Promise<Outcome<Terms>> {
  const { format, provider, encoding } = line;
  const timeZone = checkTimeZone(line.timeZone ?? env().HOTLINE_TIME_ZONE);
  if (!timeZone.ok) return timeZone;
  const terms = { format, provider, encoding, timeZone: timeZone.value };
  if (line.mapping === undefined) return { ok: true, value: terms };
  const mapping = await readMapping(connection().db, line.mapping);
  return mapping.ok ? { ok: true, value: { ...terms, mapping: mapping.value } } : mapping;
}

async function importOne(file: string, terms: Terms): Promise<number> {
  const path = resolve(file);
  const there = await checkFileThere(path);
  if (!there.ok) return complainOf(file, there);
  const { db } = connection();
  const begunAt = Date.now();
  const claimed = await beginLocalImport(
    { db, now: Date.now },
    {
      file: {
        ...terms,
        ...{ importId: ImportId.parse(newId()), path, fileName: basename(file), fileBytes: there.value },
      },
      terms: { holder: `terminal ${process.pid}`, expiresAt: leaseExpiry(begunAt) },
    },
  );
  const isOver = new AbortController();
  const progress = tellProgress(file, claimed.importId, isOver.signal);
  try {
    const end = await performImport({ db, homeCountry: env().HOTLINE_COUNTRY, now: Date.now }, claimed, path);
    const title = `${file} (${((Date.now() - begunAt) / 1000).toFixed(1)} s)`;
    return tellEnd(title, end, { importId: claimed.importId, timeZone: terms.timeZone });
  } finally {
    isOver.abort();
    await progress;
  }
}

/** Says on stderr from time to time how far the import is, so that stdout holds the report alone. */
async function tellProgress(file: string, importId: ImportId, isOver: AbortSignal): Promise<void> {
  complain(`${file}: ${progressLine(0, 0)}`);
  try {
    for await (const _ of setInterval(PROGRESS_EVERY_MS, null, { signal: isOver })) {
      const row = await findImport(connection().db, importId);
      if (row !== undefined)
        complain(`${file}: ${progressLine(row.rowsRead, row.bytesRead / Math.max(1, row.fileBytes))}`);
    }
  } catch (error) {
    if (!isOver.aborted) complain(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

function tellEnd(
  title: string,
  { status, refusal, report }: ImportEnd,
  of: { readonly importId: ImportId; readonly timeZone: string },
): number {
  if (refusal !== null) return complainOf(title, refusal);
  print(title);
  for (const line of report === null ? [] : reportLines({ ...of, report })) print(`  ${line}`);
  if (status === "finished") return 0;
  complain(`${title}: ${endingSentence(status === "cancelled" ? "cancelled" : "failed")}`);
  return NOT_ALL;
}

function complainOf(what: string, refusal: Refusal): number {
  complain(`${what}: ${refusalSentence(refusal)}`);
  return NOT_ALL;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exitCode = await main();
await connection().close();
