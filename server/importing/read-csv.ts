import { pipeline, Readable } from "node:stream";
import { type Info, parse } from "csv-parse";
import type { FileEncoding } from "@/server/domain/importing/format";
import { done, type Outcome, type Refusal, refuse } from "@/server/domain/refusal";
import type { CheckedFile, FileCheck } from "@/server/importing/check-file";
import { readPieces } from "@/server/importing/read-bytes";
import type { Portion } from "@/server/importing/read-rows";
import type { Row } from "@/server/importing/record-format";

const ROWS_PER_PORTION = 500;
const CHARACTERS_PER_PORTION = 2 ** 20;
/** Two stray quotation marks make one record of all that stands between them. */
const RECORD_BYTES_MAX = 2 ** 20;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What the parser gives for each row with the options below. */
interface ParsedRow {
  readonly record: string[];
  readonly raw: string;
  readonly info: Info;
}

/** The delimiter that parts the heading into the most columns. */
function guessDelimiter(heading: string): string {
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: heading.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

export type RecordsCheck = Pick<FileCheck, "path" | "encoding" | "onProgress"> &
  Pick<CheckedFile, "lines" | "endsInLineBreak">;

/** A row at which the whole file is to be refused. */
class BrokenRecord extends Error {
  override name = "BrokenRecord";
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause: unknown) {
    super(`A row of the file is broken: ${refusal.reason}`, { cause });
    this.refusal = refusal;
  }
}

/** Reads the rows to their end, without keeping any: null when each of them is there whole. */
export async function checkRecords(file: RecordsCheck): Promise<Outcome<null>> {
  let header: Row | undefined;
  let last: Row | undefined;
  try {
    for await (const { rows, bytesRead } of readCsv(file.path, file.encoding)) {
      header ??= rows[0];
      last = rows.at(-1) ?? last;
      await file.onProgress(bytesRead);
    }
  } catch (error) {
    if (error instanceof BrokenRecord) return error.refusal;
    throw error;
  }
  // Many programs leave out the last line break; a last row with too few columns was cut off.
  const isShort = columnCount(last) < columnCount(header);
  return isShort && !file.endsInLineBreak ? refuse("file_cut_off", { line: file.lines }) : done(null);
}

function columnCount(row: Row | undefined): number {
  return row?.fields.length ?? 0;
}

/** The rows of a CSV file, heading first; a row may span several lines. @throws BrokenRecord */
export async function* readCsv(path: string, encoding: FileEncoding): AsyncGenerator<Portion> {
  let bytesRead = 0;
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of readPieces(path, encoding)) {
      bytesRead = piece.bytesRead;
      yield piece.bytes;
    }
  }
  let rows: Row[] = [];
  let characters = 0;
  const parser = parse({
    delimiter: guessDelimiter(await readHeading(path, encoding)),
    ...{ info: true, raw: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    ...{ skip_records_with_error: true, max_record_size: RECORD_BYTES_MAX },
    on_skip: (error, raw = "") => {
      // The parser takes any row but one that is too long, or whose quotation mark stays open to the end.
      const reason = error?.code === "CSV_MAX_RECORD_SIZE" ? "file_record_too_long" : "file_quote_open";
      const { lineNumber } = rowOf(raw, Number(error?.["lines"]), []);
      throw new BrokenRecord(refuse(reason, { line: lineNumber }), error);
    },
  });
  // A failure of either stream comes out where the rows are read.
  const parsedRows = pipeline(Readable.from(pieces()), parser, () => undefined);
  for await (const parsed of parsedRows) {
    const { record, raw, info }: ParsedRow = parsed;
    rows.push(rowOf(raw, info.lines, record));
    characters += raw.length;
    if (rows.length < ROWS_PER_PORTION && characters < CHARACTERS_PER_PORTION) continue;
    yield { rows, bytesRead };
    rows = [];
    characters = 0;
  }
  yield { rows, bytesRead };
}

/** Empty lines before a row come with it, but are not of it. */
function rowOf(raw: string, lastLine: number, fields: readonly string[]): Row {
  const text = raw.replace(/^[\r\n]+/, "").replace(/\r?\n$/, "");
  return { lineNumber: lastLine - (text.split("\n").length - 1), text, fields };
}

async function readHeading(path: string, encoding: FileEncoding): Promise<string> {
  for await (const { bytes } of readPieces(path, encoding)) {
    return bytes.toString("utf8").split(/\r?\n/, 1)[0] ?? "";
  }
  return "";
}
