import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { CallFilter } from "@/server/domain/calls/call-filter";
import { readNumberSearch } from "@/server/domain/calls/number-search";
import { maskNumber } from "@/server/domain/people/mask-number";
import { mayDo } from "@/server/domain/people/permissions";
import type { Viewer } from "@/server/domain/people/viewer";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import type { ReadCallFilter } from "@/server/store/calls/call-conditions";
import type { CallListRow } from "@/server/store/calls/find-calls";

/** The filter as far as this viewer may use it; refused where it would show what they may not see. */
export function readFilter(viewer: Viewer, { number, ...filter }: CallFilter): Outcome<ReadCallFilter> {
  if (filter.deleted !== "without" && !mayDo(viewer.role, "calls:seeDeleted"))
    return refuse("missing_permission", { permission: "calls:seeDeleted" });
  if (number === undefined) return done(filter);
  const search = readNumberSearch(number, mayDo(viewer.role, "numbers:reveal"));
  return search.ok ? done({ ...filter, number: search.value }) : search;
}

/** A row as lists show it: nobody reads a number in passing, and showing one is audited. */
export function maskRow(row: CallListRow): CallListRow {
  return row.customerNumber === null ? row : { ...row, customerNumber: maskNumber(row.customerNumber) };
}

/** A row as it leaves in a file, which is audited as a whole: in full for who may see numbers. */
export function exportRow(viewer: Viewer, row: CallListRow): CallListRow {
  if (row.customerNumber === null || !mayDo(viewer.role, "numbers:reveal")) return maskRow(row);
  return { ...row, customerNumber: groupDigits(row.customerNumber) };
}

/** `+86 138 1234 5678`, as its country writes it; what is no international number stays as it is. */
function groupDigits(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
