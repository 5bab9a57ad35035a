import { exportRow, readCohortFilter, readFilter } from "@/server/api/call-list";
import type { ApiContext } from "@/server/api/context";
import { type CsvTable, csvStream } from "@/server/api/csv-stream";
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

export interface CallExport extends CsvTable<ExportedRow> {
  /** One line for each record of the cohort, instead of one for each call. */
  readonly cohort?: Cohort | undefined;
  readonly filter: CallFilter;
  readonly sort: CallSort;
  readonly columns: readonly CallColumn[];
}

/** A call, or a record in it. */
export type ExportedRow = CallListRow & Partial<Pick<CohortRow, "record">>;

/** The list as CSV. Refused before the first byte where the viewer may not export or may not filter like this. */
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
  const table = {
    headings: wanted.headings,
    cellsOf: (row: ExportedRow) => wanted.cellsOf(exportRow(viewer, row)),
    rowsMax: exportedCallsMax,
  };
  return done(
    cohort
      ? csvStream<CohortRow, RecordCursor>({
          ...table,
          read: (place) => findCohortRows(db, { ...request, cohort, order: sort.order, ...place }),
          cursorOf: cursorOfRecord,
        })
      : csvStream<CallListRow, CallCursor>({
          ...table,
          read: (place) => findCalls(db, { ...request, sort, ...place }),
          cursorOf: (row) => cursorOf(sort, row),
        }),
  );
}
