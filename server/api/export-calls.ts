import { stringify } from "csv-stringify/sync";
import { exportRow, readCohortFilter, readFilter } from "@/server/api/call-list";
import type { ApiContext } from "@/server/api/context";
import { textStream } from "@/server/api/text-stream";
import { recordExport } from "@/server/commands/calls/record-export";
import type { CallColumn } from "@/server/domain/calls/call-columns";
import type { CallFilter, CallSort } from "@/server/domain/calls/call-filter";
import { exportedCallsMax } from "@/server/domain/calls/export-limit";
import type { Cohort } from "@/server/domain/metrics/cohort";
import { callScopeOf } from "@/server/domain/people/viewer";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { type CallCursor, cursorOf } from "@/server/store/calls/call-order";
import { type CallListRow, findCalls } from "@/server/store/calls/find-calls";
import { cursorOfRecord, findCohortRows, type RecordCursor } from "@/server/store/metrics/cohort-records";
import type { CohortRow } from "@/server/store/metrics/record-rows";

const rowsPerRead = 1000;

export interface CallExport {
  /** One line for each record of the cohort, instead of one for each call. */
  readonly cohort?: Cohort | undefined;
  readonly filter: CallFilter;
  readonly sort: CallSort;
  readonly columns: readonly CallColumn[];
  readonly headings: readonly string[];
  /** What is written of a call, one text for each column, in the reader's language. */
  readonly cellsOf: (row: ExportedRow) => readonly string[];
}

/** A call, or a record in it. */
export type ExportedRow = CallListRow & Partial<Pick<CohortRow, "record">>;

/**
 * The list as CSV, read a thousand calls at a time while the reader takes them. Closing the stream ends
 * the reading. Refused before the first byte where the viewer may not export or may not filter like this.
 */
export async function exportCalls(
  ctx: ApiContext,
  wanted: CallExport,
): Promise<Outcome<ReadableStream<Uint8Array>>> {
  const { viewer, db } = ctx;
  if (!viewer) return refuse("not_signed_in");
  const { cohort, sort, columns } = wanted;
  const filter = (cohort ? readCohortFilter : readFilter)(viewer, wanted.filter);
  if (!filter.ok) return filter;
  const command = { db, actor: viewer, now: ctx.now };
  const details = { cohort, filter: wanted.filter, sort, columns: [...columns] };
  const recorded = await recordExport(command, details);
  if (!recorded.ok) return recorded;
  const request = { scope: callScopeOf(viewer), filter: filter.value };
  const pieces = cohort
    ? readPieces<CohortRow, RecordCursor>(
        (place) => findCohortRows(db, { ...request, cohort, order: sort.order, ...place }),
        cursorOfRecord,
      )
    : readPieces<CallListRow, CallCursor>(
        (place) => findCalls(db, { ...request, sort, ...place }),
        (row) => cursorOf(sort, row),
      );
  const lines = async function* () {
    yield csv([wanted.headings], { bom: true });
    for await (const rows of pieces) yield csv(rows.map((row) => wanted.cellsOf(exportRow(viewer, row))));
  };
  return done(textStream(lines()));
}

/** The list in pieces, up to the limit. */
async function* readPieces<Row, Cursor>(
  read: (place: { readonly limit: number; readonly after: Cursor | undefined }) => Promise<Row[]>,
  nameOf: (row: Row) => Cursor,
): AsyncGenerator<Row[]> {
  let last: Row | undefined;
  for (let written = 0; written < exportedCallsMax; written += rowsPerRead) {
    const limit = Math.min(rowsPerRead, exportedCallsMax - written);
    const rows = await read({ limit, after: last && nameOf(last) });
    yield rows;
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
