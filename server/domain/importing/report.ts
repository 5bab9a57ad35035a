import { z } from "zod";

/** What was odd about a row that was read all the same. */
export const WarningKind = z.enum([
  "beginning_missing",
  "clock_gap",
  "clock_overlap",
  "cut_by_restart",
  "duration_contradicts",
  "event_out_of_place",
  "negative_time",
  "never_ended",
  "not_a_number",
  "number_unreadable",
  "past_midnight",
  "phantom",
  "repeated_line",
  "service_after_queue_exit",
  "service_before_queue_exit",
  "service_without_answer",
  "still_open",
  "unknown_agent",
  "unknown_event",
  "unknown_type",
]);
export type WarningKind = z.infer<typeof WarningKind>;

/** Why a row could not be read. */
export const RowRefusal = z.enum([
  "bad_date",
  "bad_duration",
  "bad_number",
  "bad_time",
  "before_1970",
  "in_the_future",
  "missing_agent",
  "missing_call_id",
  "missing_start",
  "repeated_call_id",
  "too_long",
  "too_many_events",
  "unknown_direction",
  "unknown_outcome",
  "unreadable_row",
  "wrong_column_count",
]);
export type RowRefusal = z.infer<typeof RowRefusal>;

const Count = z.int().nonnegative();

/** How often something occurred, and the first lines where. */
const Occurrence = { count: Count, lines: z.array(z.int().positive()) };

export const SkillGroupTally = z.strictObject({
  name: z.string(),
  entered: Count,
  answered: Count,
  abandoned: Count,
  shortAbandoned: Count,
  overflowed: Count,
  callback: Count,
  waiting: Count,
});
export type SkillGroupTally = z.infer<typeof SkillGroupTally>;

/**
 * What became of a file, counted in its two units. Rows: `read = used + notAboutCalls + refused`.
 * Calls: `found = made + extended + unchanged`. Refused rows and what became of calls are counted as they are written,
 * all else, `refusals` too, as it is read: `isReconciled` says whether the two agree.
 */
export const ImportReport = z.strictObject({
  /** False while the import runs, and for good when it was cancelled. */
  complete: z.boolean(),
  rows: z.strictObject({ read: Count, used: Count, notAboutCalls: Count, refused: Count }),
  calls: z.strictObject({
    found: Count,
    /** New through this import. */
    made: Count,
    /** Known before; this file told something new of them. */
    extended: Count,
    /** Known before, with nothing new. */
    unchanged: Count,
  }),
  warnings: z.array(z.strictObject({ kind: WarningKind, ...Occurrence })),
  refusals: z.array(z.strictObject({ reason: RowRefusal, ...Occurrence })),
  /** The sender's own words for rows that are not about a call. */
  notAboutCalls: z.array(z.strictObject({ kind: z.string(), count: Count })),
  created: z.strictObject({ agents: z.array(z.string()), skillGroups: z.array(z.string()) }),
  skillGroups: z.array(SkillGroupTally),
  firstCallAt: z.int().nullable(),
  lastCallAt: z.int().nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** Whether each total of the report equals the sum of its parts. */
export function isReconciled(report: ImportReport): boolean {
  const { rows, calls, refusals, skillGroups } = report;
  return (
    rows.read === rows.used + rows.notAboutCalls + rows.refused &&
    calls.found === calls.made + calls.extended + calls.unchanged &&
    rows.refused === total(refusals) &&
    skillGroups.every(isVisitsAccountedFor)
  );
}

function isVisitsAccountedFor(group: SkillGroupTally): boolean {
  const { entered, answered, abandoned, shortAbandoned, overflowed, callback, waiting } = group;
  return entered === answered + abandoned + shortAbandoned + overflowed + callback + waiting;
}

function total(parts: readonly { readonly count: number }[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
