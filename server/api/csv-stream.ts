import { stringify } from "csv-stringify/sync";
import { textStream } from "@/server/api/text-stream";

const rowsPerRead = 1000;

/** What is written of a row, one text for each heading, in the reader's language. */
export interface CsvTable<Row> {
  readonly headings: readonly string[];
  readonly cellsOf: (row: Row) => readonly string[];
}

interface CsvSource<Row, Cursor> extends CsvTable<Row> {
  /** The rows that come after the one that a cursor names; from the first without one. */
  readonly read: (place: { readonly limit: number; readonly after: Cursor | undefined }) => Promise<Row[]>;
  readonly cursorOf: (row: Row) => Cursor;
  readonly rowsMax: number;
}

/** A list as CSV, read a thousand rows at a time while the reader takes them. Closing the stream ends the reading. */
export function csvStream<Row, Cursor>(source: CsvSource<Row, Cursor>): ReadableStream<Uint8Array> {
  return textStream(texts(source));
}

async function* texts<Row, Cursor>({
  headings,
  cellsOf,
  read,
  cursorOf,
  rowsMax,
}: CsvSource<Row, Cursor>): AsyncGenerator<string> {
  yield csv([headings], { bom: true });
  let last: Row | undefined;
  for (let written = 0; written < rowsMax; written += rowsPerRead) {
    const limit = Math.min(rowsPerRead, rowsMax - written);
    const rows = await read({ limit, after: last && cursorOf(last) });
    yield csv(rows.map(cellsOf));
    last = rows.at(-1);
    if (rows.length < limit) return;
  }
}

/** A spreadsheet takes a cell that begins like a formula for one; an apostrophe in front says that it is text. */
function csv(rows: readonly (readonly string[])[], options: { bom?: boolean } = {}): string {
  const plain = rows.map((row) =>
    row.map((cell) => (cell.startsWith("\0") ? `'${cell}` : cell).replaceAll("\0", "")),
  );
  return stringify(plain, { escape_formulas: true, record_delimiter: "windows", ...options });
}
