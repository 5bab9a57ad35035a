import { createLoader, createSerializer, parseAsString } from "nuqs/server";
import { type CallRow, nameOfRow } from "@/app/(console)/calls/call-row";
import {
  type CallCursor,
  type CallLogParams,
  callLogHref,
  parseAsCursor,
  parseAsRecordCursor,
  type RecordCursor,
} from "@/app/(console)/calls/search-params";

// A call's address says which list it was opened from and where it stood there: the way back leads to the
// same filters and page, and the calls around it are those of the list.

const callPlaceParams = {
  /** The list's own query; empty for the list as it stands without any. */
  list: parseAsString,
  row: parseAsCursor,
  record: parseAsRecordCursor,
};

export const loadCallPlace = createLoader(callPlaceParams);
const serialize = createSerializer(callPlaceParams);

/** Names a row of a list of calls, or of the records behind a figure. */
export type RowCursor = CallCursor | RecordCursor;

/** The address of a row's call, opened from the list; null where the call may not be opened. */
export function hrefOfRow(row: CallRow, params: CallLogParams) {
  const search = queryOf(cursorOfRow(row, params), params);
  return row.mayOpen ? { pathname: `/calls/${row.callId}`, search } : null;
}

function cursorOfRow({ callId, record, ...row }: CallRow, { sort }: CallLogParams): RowCursor {
  if (record) return { callId, at: record.at, ordinal: record.ordinal };
  const values = { start: null, wait: row.waitMs, talk: row.talkMs, handle: row.handleMs };
  return { callId, value: values[sort] };
}

/** The same for the neighbour of a call; a list with a row opened beside it comes back with the neighbour opened. */
export function hrefOfNeighbour(at: RowCursor, params: CallLogParams) {
  const name = nameOfRow("ordinal" in at ? { callId: at.callId, record: at } : { callId: at.callId });
  return `/calls/${at.callId}${queryOf(at, { ...params, peek: params.peek && name })}` as const;
}

function queryOf(at: RowCursor, params: CallLogParams) {
  const list = callLogHref(params).replace(/^\/calls\??/, "");
  return serialize("ordinal" in at ? { list, record: at } : { list, row: at });
}
