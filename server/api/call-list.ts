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

/**
 * The same beside a cohort. Figures count deleted records, so the list behind one shows them to everybody who
 * reads the figure, each marked; choosing among them stays with those who may.
 */
export function readCohortFilter(viewer: Viewer, filter: CallFilter): Outcome<ReadCallFilter> {
  const read = readFilter(viewer, filter);
  return read.ok && read.value.deleted === "without" ? done({ ...read.value, deleted: "with" }) : read;
}

/** A row as lists show it: nobody reads a number in passing, and showing one is audited. */
function maskRow<Row extends CallListRow>(row: Row): Row {
  return row.customerNumber === null ? row : { ...row, customerNumber: maskNumber(row.customerNumber) };
}

/** A row of a list as it is shown, and whether its call may be opened: who sees deleted ones marked may not read them. */
export function listedRow<Row extends CallListRow>({ role }: Viewer, row: Row) {
  return { ...maskRow(row), mayOpen: row.deletedAt === null || mayDo(role, "calls:seeDeleted") };
}

/** The filter beside a cohort for walking from call to call: only to calls that may be opened. */
export function readWalkedFilter(viewer: Viewer, filter: CallFilter): Outcome<ReadCallFilter> {
  return (mayDo(viewer.role, "calls:seeDeleted") ? readCohortFilter : readFilter)(viewer, filter);
}

/** A row as it leaves in a file, which is audited as a whole: in full for who may see numbers. */
export function exportRow<Row extends CallListRow>(viewer: Viewer, row: Row): Row {
  if (row.customerNumber === null || !mayDo(viewer.role, "numbers:reveal")) return maskRow(row);
  return { ...row, customerNumber: groupDigits(row.customerNumber) };
}

/** `+86 138 1234 5678`, as its country writes it; what is no international number stays as it is. */
function groupDigits(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
