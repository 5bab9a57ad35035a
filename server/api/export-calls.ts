import { stringify } from "csv-stringify/sync";
import type { Queryable } from "@/drizzle/database";
import { exportRow, readFilter } from "@/server/api/call-list";
import type { ApiContext } from "@/server/api/context";
import { textStream } from "@/server/api/text-stream";
import { recordExport } from "@/server/commands/calls/record-export";
import type { CallColumn } from "@/server/domain/calls/call-columns";
import type { CallFilter, CallSort } from "@/server/domain/calls/call-filter";
import { exportedCallsMax } from "@/server/domain/calls/export-limit";
import { callScopeOf } from "@/server/domain/people/viewer";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { cursorOf } from "@/server/store/calls/call-order";
import { type CallListRequest, type CallListRow, findCalls } from "@/server/store/calls/find-calls";

const rowsPerRead = 1000;

export interface CallExport {
  readonly filter: CallFilter;
  readonly sort: CallSort;
  readonly columns: readonly CallColumn[];
  readonly headings: readonly string[];
  /** What is written of a call, one text for each column, in the reader's language. */
  readonly cellsOf: (row: CallListRow) => readonly string[];
}

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
  const filter = readFilter(viewer, wanted.filter);
  if (!filter.ok) return filter;
  const { sort, columns } = wanted;
  const command = { db, actor: viewer, now: ctx.now };
  const recorded = await recordExport(command, { filter: wanted.filter, sort, columns: [...columns] });
  if (!recorded.ok) return recorded;
  const request = { scope: callScopeOf(viewer), filter: filter.value, sort };
  const lines = async function* () {
    yield csv([wanted.headings], { bom: true });
    for await (const rows of readCalls(db, request))
      yield csv(rows.map((row) => wanted.cellsOf(exportRow(viewer, row))));
  };
  return done(textStream(lines()));
}

/** The list in pieces, up to the limit. */
async function* readCalls(
  db: Queryable,
  request: Omit<CallListRequest, "limit">,
): AsyncGenerator<CallListRow[]> {
  let last: CallListRow | undefined;
  for (let written = 0; written < exportedCallsMax; written += rowsPerRead) {
    const limit = Math.min(rowsPerRead, exportedCallsMax - written);
    const rows = await findCalls(db, { ...request, limit, after: last && cursorOf(request.sort, last) });
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
