import { pipeline, Readable } from "node:stream";
import { type Info, parse } from "csv-parse";
import type { FileEncoding } from "@/server/domain/importing/format";
import { readPieces } from "@/server/importing/read-bytes";
import type { Portion } from "@/server/importing/read-rows";
import type { Row } from "@/server/importing/record-format";

const ROWS_PER_PORTION = 500;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What the parser gives for each row with the options below. */
interface ParsedRow {
  readonly record: string[];
  readonly raw: string;
  readonly info: Info;
}

/** The delimiter that parts the heading into the most columns. */
export function guessDelimiter(heading: string): string {
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: heading.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

/** The rows of a CSV file, heading first; a row may span several lines. */
export async function* readCsv(path: string, encoding: FileEncoding): AsyncGenerator<Portion> {
  let bytesRead = 0;
  let lineNumber = 1;
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of readPieces(path, encoding)) {
      bytesRead = piece.bytesRead;
      yield piece.bytes;
    }
  }
  let rows: Row[] = [];
  const parser = parse({
    delimiter: guessDelimiter(await readHeading(path, encoding)),
    ...{ info: true, raw: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    skip_records_with_error: true,
    // A row that the parser gives up is a row all the same: without fields, it will be refused.
    on_skip: (error, raw) => {
      rows.push({
        lineNumber: Number(error?.["lines"] ?? lineNumber),
        text: (raw ?? "").trimEnd(),
        fields: [],
      });
    },
  });
  // A failure of either stream comes out where the rows are read.
  const parsedRows = pipeline(Readable.from(pieces()), parser, () => undefined);
  for await (const parsed of parsedRows) {
    const { record, raw, info }: ParsedRow = parsed;
    rows.push({ lineNumber, text: raw.replace(/\r?\n$/, ""), fields: record });
    lineNumber = info.lines + 1;
    if (rows.length < ROWS_PER_PORTION) continue;
    yield { rows, bytesRead };
    rows = [];
  }
  yield { rows, bytesRead };
}

async function readHeading(path: string, encoding: FileEncoding): Promise<string> {
  for await (const { bytes } of readPieces(path, encoding)) {
    return bytes.toString("utf8").split(/\r?\n/, 1)[0] ?? "";
  }
  return "";
}
